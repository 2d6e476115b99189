import type { Profile, ProfileIn, ProfileVersionOut } from '../../api';
import { randomId } from '../../api/random';
import { endsBeforeStart } from '../careerDates';
import { cleanedItem, components, contactNames, type ComponentName, type Item, without } from '../fields';

/** An item with an id of the page's own, which stays when the service gives it one. */
export type DraftItem = Item & { key: string; id: string };

/** A profile as it is being edited. */
export interface Draft {
  contact: Record<string, string>;
  items: Record<ComponentName, DraftItem[]>;
  custom: Record<string, unknown>;
}

export function draftOf(profile: Profile | ProfileVersionOut): Draft {
  return {
    contact: Object.fromEntries(contactNames.map((name) => [name, profile[name]])),
    items: Object.fromEntries(
      components.map((name) => [
        name,
        (profile[name] as unknown as (Item & { id: string })[]).map((item) => ({ ...item, key: item.id })),
      ]),
    ) as Draft['items'],
    custom: profile.custom_fields,
  };
}

export const newItem = (values: Item = {}): DraftItem => ({ ...values, key: randomId(), id: '' });

const isText = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== '';

/** What is worth keeping of an item; `null` while nothing stands in it. */
export function kept(component: ComponentName, item: DraftItem): Item | null {
  const cleaned = without(cleanedItem(item), 'key');
  if (!Object.values(without(cleaned, 'id', 'category')).some(isText)) return null;
  return component === 'skills' ? { ...cleaned, category: cleaned.category ?? 'technical' } : cleaned;
}

export const same = (one: unknown, other: unknown): boolean => stable(one) === stable(other);

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, child: unknown) =>
    child && typeof child === 'object' && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : child,
  );
}

/** By the input's id (`experiences.<key>.end_date`): what keeps a list from being saved. */
export type Problems = Record<string, 'noName' | 'endBeforeStart'>;

export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {};
  for (const component of components)
    for (const item of draft.items[component]) {
      const content = kept(component, item);
      if (content && component === 'skills' && !isText(content.name))
        problems[`skills.${item.key}.name`] = 'noName';
      if (endsBeforeStart(item.start_date, item.end_date))
        problems[`${component}.${item.key}.end_date`] = 'endBeforeStart';
    }
  return problems;
}

const listOf = (component: ComponentName, draft: Draft): Item[] =>
  draft.items[component].map((item) => kept(component, item)).filter((item) => item !== null);

/** What differs, as the service takes it; lists with a problem wait. `null` where nothing does. */
export function changesOf(base: Draft, draft: Draft): ProfileIn | null {
  const blocked = new Set(Object.keys(problemsOf(draft)).map((path) => path.split('.')[0]));
  const changes: Item = {};
  for (const name of contactNames)
    if (base.contact[name] !== draft.contact[name]) changes[name] = draft.contact[name];
  for (const component of components) {
    const list = listOf(component, draft);
    if (!blocked.has(component) && !same(listOf(component, base), list))
      changes[component] = list.map(({ id, ...item }) => (id ? { ...item, id } : item));
  }
  if (!same(base.custom, draft.custom)) changes.custom_fields = draft.custom;
  return Object.keys(changes).length ? changes : null;
}

/** What the service holds now that it took `changes` of `sent`. */
export function baseAfter(base: Draft, sent: Draft, changes: ProfileIn): Draft {
  const items = Object.fromEntries(
    components.map((name) => [name, name in changes ? sent.items[name] : base.items[name]]),
  ) as Draft['items'];
  return { contact: sent.contact, items, custom: sent.custom };
}

/** The ids that the service gave to new items of `sent`, by their keys. */
export function givenIds(sent: Draft, changes: ProfileIn, saved: Profile): Map<string, string> {
  const ids = new Map<string, string>();
  for (const component of components.filter((name) => name in changes)) {
    const list = sent.items[component].filter((item) => kept(component, item));
    if (list.length === saved[component].length)
      list.forEach((item, index) => {
        const id = saved[component][index]?.id;
        if (!item.id && id) ids.set(item.key, id);
      });
  }
  return ids;
}

export function withIds(draft: Draft, ids: Map<string, string>): Draft {
  if (!ids.size) return draft;
  return mapped(draft, (item) => ({ ...item, id: ids.get(item.key) ?? item.id }));
}

function mapped(draft: Draft, change: (item: DraftItem) => DraftItem): Draft {
  const items = Object.fromEntries(components.map((name) => [name, draft.items[name].map(change)]));
  return { ...draft, items: items as Draft['items'] };
}

export function withItems(
  draft: Draft,
  component: ComponentName,
  change: (items: DraftItem[]) => DraftItem[],
): Draft {
  return { ...draft, items: { ...draft.items, [component]: change(draft.items[component]) } };
}

export const withField = (
  draft: Draft,
  component: ComponentName,
  key: string,
  name: string,
  value: unknown,
): Draft =>
  withItems(draft, component, (items) =>
    items.map((item) => (item.key === key ? { ...item, [name]: value } : item)),
  );

/** Swaps an item with its neighbour among those that `belongs` lets in. */
export function stepped<Thing>(
  list: Thing[],
  index: number,
  step: 1 | -1,
  belongs: (thing: Thing) => boolean = () => true,
): Thing[] {
  let other = index + step;
  while (other >= 0 && other < list.length && !belongs(list[other] as Thing)) other += step;
  if (other < 0 || other >= list.length) return list;
  const next = [...list];
  [next[index], next[other]] = [next[other] as Thing, next[index] as Thing];
  return next;
}
