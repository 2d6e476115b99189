import { careerDate } from '../../ui/dates';
import { nameOfItem, type ComponentName, type Item } from '../fields';
import { t as words } from '../strings';
import { kept, same, type Draft, type DraftItem } from './draft';
import type { Conflict } from './merge';
import { t } from './strings';

const fieldName = (name: string): string => words.fields[name as keyof typeof words.fields] ?? name;

/** "Developer, Acme: Company". */
export function nameOfField(
  draft: Draft,
  { component, key, name }: Pick<Conflict, 'component' | 'key' | 'name'>,
) {
  if (component === 'contact' || component === 'custom') return fieldName(name);
  const item = draft.items[component].find((candidate) => candidate.key === key);
  return `${nameOfItem(component, item ?? {})}: ${fieldName(name)}`;
}

/** A value as people read it. */
export function asText(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (name.includes('date')) return careerDate(value);
  return name === 'category'
    ? (words.skillCategories[value as keyof typeof words.skillCategories] ?? value)
    : value;
}

export interface Difference {
  field: string;
  then: string;
  now: string;
}

/** What an old version says otherwise than the profile now. */
export function differences(then: Draft, now: Draft): Difference[] {
  const found: Difference[] = [];
  const compare = (label: (name: string) => string, was: Item, is: Item) => {
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
      if (name !== 'id' && !same(was[name] ?? '', is[name] ?? ''))
        found.push({ field: label(name), then: asText(name, was[name]), now: asText(name, is[name]) });
  };
  compare(fieldName, then.contact, now.contact);
  for (const component of Object.keys(now.items) as ComponentName[]) {
    const [was, is] = [then.items[component], now.items[component]];
    const matches = new Map(was.map((item) => [item.id, item]));
    const section = (item: DraftItem) => `${words.sections[component]}: ${nameOfItem(component, item)}`;
    const all = (item: DraftItem) =>
      Object.entries(kept(component, item) ?? {})
        .filter(([name, value]) => !['id', 'category'].includes(name) && asText(name, value))
        .map(([name, value]) => asText(name, value))
        .join('\n');
    for (const item of is) {
      const old = matches.get(item.id);
      matches.delete(item.id);
      if (old)
        compare(
          (name) => `${nameOfItem(component, item)}: ${fieldName(name)}`,
          kept(component, old) ?? {},
          kept(component, item) ?? {},
        );
      else if (all(item)) found.push({ field: section(item), then: '', now: all(item) });
    }
    for (const item of matches.values()) found.push({ field: section(item), then: all(item), now: '' });
  }
  compare((name) => name, then.custom, now.custom);
  return found;
}

const months = (date: string, isEnd: boolean): number => {
  const [year, month] = date.split('-');
  return Number(year) * 12 + (month ? Number(month) - 1 : isEnd ? 11 : 0);
};

const GAP_MONTHS = 6;

/** Gaps and overlaps of roles, in words that explain and do not scold. Roles without dates say nothing. */
export function periodNotes(items: Item[], today = new Date()): string[] {
  const now = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}`;
  const roles = items
    .filter((item) => typeof item.start_date === 'string' && item.start_date)
    .map((item) => ({
      name: nameOfItem('experiences', item),
      start: item.start_date as string,
      end: (item.end_date as string | null) ?? now,
      isOpen: !item.end_date,
    }))
    .toSorted((a, b) => months(a.start, false) - months(b.start, false));
  const notes: string[] = [];
  let last = roles[0];
  for (const role of roles.slice(1)) {
    if (!last) break;
    const between = months(role.start, false) - months(last.end, true) - 1;
    if (between >= GAP_MONTHS)
      notes.push(t.periods.gap(careerDate(last.end), careerDate(role.start), between));
    // A shared month or year is a change of jobs.
    if (months(role.start, true) < months(last.end, false))
      notes.push(t.periods.overlap(last.name, role.name));
    if (months(role.end, true) >= months(last.end, true)) last = role;
  }
  return notes;
}
