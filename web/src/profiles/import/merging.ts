import type { ImportPreview, ImportSection, MergedEntry, ParsedResumeOut } from '../../api';
import { careerDate } from '../../ui/dates';
import { itemFields, nameOfCustom, nameOfItem, type ComponentName, type Item } from '../fields';
import { t as words } from '../strings';
import { t } from './strings';

export type SectionName = ImportSection['section'];

/** Whether the profile would gain anything by this section. */
export const hasNews = ({ added, completed }: ImportSection): boolean => added + completed > 0;

/** The sections to ask for: those with news that nobody switched off. */
export const takenSections = (preview: ImportPreview, leftOut: ReadonlySet<SectionName>): SectionName[] =>
  preview.sections.filter((one) => hasNews(one) && !leftOut.has(one.section)).map(({ section }) => section);

/** What merging these sections comes to. */
export function totals(preview: ImportPreview, taken: readonly SectionName[]) {
  const sections = preview.sections.filter(({ section }) => taken.includes(section));
  const sum = (name: 'added' | 'completed') => sections.reduce((total, one) => total + one[name], 0);
  return { added: sum('added'), completed: sum('completed') };
}

export interface FactLine {
  /** Its place in the import, `experiences.0.title`. */
  path: string;
  label: string;
  lines: string[];
}

/** What an entry would bring: all it tells where it is new, only what is completed where it is not. */
export function factLines(parsed: ParsedResumeOut, section: SectionName, entry: MergedEntry): FactLine[] {
  const facts = parsed as unknown as Item;
  if (section === 'contact') return [line(entry.path, labelOfField(entry.path), facts[entry.path])];
  if (section === 'custom_fields') {
    const name = entry.path.slice('custom_fields.'.length);
    return [line(entry.path, nameOfCustom(name), parsed.custom_fields[name])];
  }
  const item = itemOf(parsed, section, entry);
  return itemFields[section]
    .filter(({ name }) => entry.outcome === 'added' || entry.fields.includes(name))
    .map(({ name }) =>
      line(
        `${entry.path}.${name}`,
        labelOfField(name),
        name === 'end_date' && item.is_current ? words.dateNow : item[name],
      ),
    )
    .filter(({ lines }) => lines.length > 0);
}

/** "Backend Engineer, Fjord Pay". */
export function nameOfEntry(parsed: ParsedResumeOut, section: SectionName, entry: MergedEntry): string {
  if (section === 'contact') return labelOfField(entry.path);
  if (section === 'custom_fields') return nameOfCustom(entry.path.slice('custom_fields.'.length));
  return nameOfItem(section, itemOf(parsed, section, entry));
}

/** Which of the doubtful fields would get into the profile: only those are worth a look. */
export function uncertainNews(preview: ImportPreview, uncertain: string[]): string[] {
  const entries = new Map(
    preview.sections.flatMap(({ entries }) => entries.map((entry) => [entry.path, entry])),
  );
  return uncertain.filter((path) => {
    const entry = entries.get(path) ?? entries.get(path.split('.').slice(0, 2).join('.'));
    const field = path.split('.')[2];
    return entry?.outcome === 'added' || Boolean(field && entry?.fields.includes(field));
  });
}

/** `experiences.2.end_date` → "To"; the profile's own fields by their name. */
export function labelOfField(path: string): string {
  const name = path.split('.').at(-1) ?? path;
  return words.fields[name as keyof typeof words.fields] ?? name;
}

const itemOf = (parsed: ParsedResumeOut, section: ComponentName, entry: MergedEntry): Item =>
  (parsed[section] as unknown as Item[])[Number(entry.path.split('.')[1])] ?? {};

function line(path: string, label: string, value: unknown): FactLine {
  const all = Array.isArray(value) ? value : [value];
  const isDate = path.endsWith('_date');
  const lines = all
    .filter((one): one is string => typeof one === 'string' && one.trim() !== '')
    .map((one) => (isDate && one !== words.dateNow ? careerDate(one) : one));
  return { path, label, lines };
}

export const sectionTitle = (section: SectionName): string =>
  section === 'custom_fields' ? t.otherSection : words.sections[section];
