import type { CheckedField, Content, Item } from '../../api';
import { t } from '../../strings';
import { careerDate } from '../../ui/dates';
import type { Draft, DraftItem, DraftSection } from './content';

export const HEADER_FIELDS = ['full_name', 'headline', 'email', 'phone', 'location'] as const;
export const ITEM_FIELDS = ['title', 'organization', 'location', 'start_date', 'end_date', 'url'] as const;
export const LETTER_FIELDS = ['recipient', 'subject'] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];
export type ItemField = (typeof ITEM_FIELDS)[number];
export type LetterField = (typeof LETTER_FIELDS)[number];
export type FieldName = HeaderField | ItemField | LetterField | 'link' | 'heading';

/** What stands outside the lines: contact data, headings, titles, places, dates. Its key lasts as a line's does. */
export interface DraftField {
  key: string;
  name: FieldName;
  /** Its place in the content as it is saved. */
  path: string;
  text: string;
}

/** Stands for an open end, which the content has as `null`. */
export const NOW = 'now';

export const headerKey = (name: HeaderField): string => `header/${name}`;
export const linkKey = (index: number): string => `header/links/${index}`;
export const headingKey = (section: { key: string }): string => `${section.key}/title`;
export const itemKey = (item: { key: string }, name: ItemField): string => `${item.key}/${name}`;

export const textOf = (item: Omit<Item, 'sentences'>, name: ItemField): string =>
  item[name] ?? (item.start_date ? NOW : '');

/** A field's text as people read it. */
export const shownField = (name: FieldName, text: string): string =>
  name !== 'start_date' && name !== 'end_date' ? text : text === NOW ? t.time.present : careerDate(text);

export const writtenLinks = (draft: Draft): string[] => draft.header.links.filter((link) => link.trim());

/** Every field that says something, in reading order. */
export function fieldsOf(draft: Draft): DraftField[] {
  const found: DraftField[] = HEADER_FIELDS.map((name) => ({
    key: headerKey(name),
    name,
    path: headerKey(name),
    text: draft.header[name],
  }));
  let links = 0;
  draft.header.links.forEach((text, index) => {
    const path = linkKey(text.trim() ? links++ : links);
    found.push({ key: linkKey(index), name: 'link', path, text });
  });
  for (const name of LETTER_FIELDS) found.push({ key: name, name, path: name, text: draft[name] });
  draft.sections.forEach((section, s) => {
    const path = `sections/${s}`;
    found.push({ key: headingKey(section), name: 'heading', path: `${path}/title`, text: section.title });
    section.items.forEach((item, i) => {
      for (const name of ITEM_FIELDS)
        found.push({
          key: itemKey(item, name),
          name,
          path: `${path}/items/${i}/${name}`,
          text: textOf(item, name),
        });
    });
  });
  return found.filter(({ text }) => text.trim() !== '');
}

const isLetterField = (key: string): key is LetterField => LETTER_FIELDS.some((name) => name === key);

const lastStep = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
const ownerOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));

/** Changes one field. Nothing happens where there is no such field. */
export function setField(draft: Draft, key: string, text: string): Draft {
  const name = lastStep(key);
  const owner = ownerOf(key);
  if (isLetterField(key)) return { ...draft, [key]: text };
  if (owner === 'header') return { ...draft, header: { ...draft.header, [name]: text } };
  if (owner === 'header/links') return setLinks(draft, draft.header.links.with(Number(name), text));
  return inSections(draft, (section) => {
    if (section.key === owner) return { ...section, title: text };
    const at = section.items.findIndex((item) => item.key === owner);
    const item = section.items[at];
    if (!item) return section;
    const value = name === 'end_date' && text === NOW ? null : text;
    return { ...section, items: section.items.with(at, { ...item, [name]: value }) };
  });
}

export const setLinks = (draft: Draft, links: string[]): Draft => ({
  ...draft,
  header: { ...draft.header, links },
});

function inSections(draft: Draft, change: (section: DraftSection) => DraftSection): Draft {
  const sections = draft.sections.map(change);
  return sections.every((section, at) => section === draft.sections[at]) ? draft : { ...draft, sections };
}

/** The section and entry that a field belongs to; `null` for the header's and for headings. */
export function entryOf(draft: Draft, key: string): { section: DraftSection; item: DraftItem } | null {
  for (const section of draft.sections)
    for (const item of section.items) if (item.key === ownerOf(key)) return { section, item };
  return null;
}

const PROVEN: Omit<CheckedField, 'path'> = { verdict: 'grounded', reasons: [] };
export type FieldVerdict = typeof PROVEN;

/** What the service says of each field of content it has verified. */
export function verdictsOf(draft: Draft, content: Content): [DraftField, FieldVerdict][] {
  const unproven = new Map(content.unproven_fields.map((field) => [field.path, field]));
  return fieldsOf(draft).map((field) => [field, unproven.get(field.path) ?? PROVEN]);
}

const ALWAYS: Partial<Record<DraftSection['kind'], ItemField[]>> = {
  experience: ['title', 'organization', 'location', 'start_date', 'end_date'],
  education: ['title', 'organization', 'location', 'start_date', 'end_date'],
  projects: ['title', 'url', 'start_date', 'end_date'],
};

/** The fields that an entry shows: what its kind usually has, and what is there. */
export const shownFields = (kind: DraftSection['kind'], item: DraftItem): ItemField[] =>
  ITEM_FIELDS.filter((name) => ALWAYS[kind]?.includes(name) || textOf(item, name) !== '');
