import type { Content, Item, Section, Sentence } from '../../api';
import { fieldsOf, HEADER_FIELDS, headingKey, writtenLinks } from './fields';

/** A document while it is edited: what can be moved or typed in has a key that lasts for the visit. */
export type Line = Sentence & { key: string };
export type DraftItem = Omit<Item, 'sentences'> & { key: string; sentences: Line[] };
export type DraftSection = Omit<Section, 'items'> & { key: string; items: DraftItem[] };
export type Draft = Omit<Content, 'sections'> & { sections: DraftSection[] };

/** Where the caret goes after a change. */
export interface Caret {
  key: string;
  at: number;
}

export interface Edit {
  draft: Draft;
  caret: Caret | null;
}

let lastKey = 0;
const newKey = (): string => `s${++lastKey}`;

export function newLine(text: string, values: Partial<Sentence> = {}): Line {
  return {
    source_ids: [],
    reasons: [],
    refused: [],
    origin: 'user',
    verdict: 'unchecked',
    ...values,
    text,
    key: newKey(),
  };
}

export function toDraft(content: Content): Draft {
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      key: newKey(),
      items: section.items.map((item) => ({
        ...item,
        key: newKey(),
        sentences: item.sentences.map((sentence) => ({ ...sentence, key: newKey() })),
      })),
    })),
  };
}

function withoutKey<Value extends { key: string }>(value: Value): Omit<Value, 'key'> {
  const rest: Partial<Value> = { ...value };
  delete rest.key;
  return rest as Omit<Value, 'key'>;
}

/** The content as the service takes it; lines and links without a letter are left out. */
export function toContent(draft: Draft): Content {
  return {
    ...draft,
    header: { ...draft.header, links: writtenLinks(draft) },
    sections: draft.sections.map((section) => ({
      ...withoutKey(section),
      items: section.items.map((item) => ({
        ...withoutKey(item),
        sentences: writtenLines(item).map(withoutKey),
      })),
    })),
  };
}

/** The lines of an entry that `toContent` keeps. */
export const writtenLines = (item: DraftItem): Line[] =>
  item.sentences.filter(({ text }) => text.trim() !== '');

/** The lines that `toContent` keeps, in the same order. */
export const linesOf = (draft: Draft): Line[] =>
  draft.sections.flatMap((section) => section.items.flatMap(writtenLines));

/** What a person can change, as text to compare: two contents that say the same have the same. */
export function fingerprint(content: Content): string {
  const { document_type, language, header, recipient, subject, sections } = content;
  return JSON.stringify([
    [document_type, language, recipient, subject, inOrder(header)],
    sections.map(({ kind, title, items }) => [
      kind,
      title,
      items.map(({ sentences, ...item }) => [
        inOrder(item),
        sentences.map(({ text, source_ids }) => [text, source_ids]),
      ]),
    ]),
  ]);
}

const inOrder = (value: object): unknown[] => Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Changes the lines of the item that holds the line `key`; `change` gets them and the line's place among them. */
function inItem(draft: Draft, key: string, change: (lines: Line[], at: number) => Line[]): Draft {
  let isFound = false;
  const sections = draft.sections.map((section) => {
    const items = section.items.map((item) => {
      const at = item.sentences.findIndex((line) => line.key === key);
      if (at < 0) return item;
      const sentences = change(item.sentences, at);
      if (sentences === item.sentences) return item;
      isFound = true;
      return { ...item, sentences };
    });
    return items.every((item, index) => item === section.items[index]) ? section : { ...section, items };
  });
  return isFound ? { ...draft, sections } : draft;
}

export function lineAt(
  draft: Draft,
  key: string,
): { section: DraftSection; item: DraftItem; line: Line } | null {
  for (const section of draft.sections)
    for (const item of section.items) {
      const line = item.sentences.find((candidate) => candidate.key === key);
      if (line) return { section, item, line };
    }
  return null;
}

export function setLine(draft: Draft, key: string, changes: Partial<Sentence>): Draft {
  return inItem(draft, key, (lines, at) => lines.with(at, { ...lines[at]!, ...changes }));
}

/** Puts text of one or more lines in place of the characters `start` to `end`; each further line becomes one. */
export function insertText(draft: Draft, key: string, start: number, end: number, text: string): Edit {
  const pieces = text
    .split(/\r?\n/)
    .map((piece) => piece.replace(/^\s*[•·▪‣*–-]\s+/, ''))
    .filter((piece, index, all) => piece.trim() || index === 0 || index === all.length - 1);
  let caret: Caret | null = null;
  const next = inItem(draft, key, (lines, at) => {
    const line = lines[at]!;
    const [first = '', ...others] = pieces;
    const rest = line.text.slice(end);
    const tail = others.length ? rest.trimStart() : rest;
    const before = line.text.slice(0, start) + first;
    const head = { ...line, text: others.length ? before.trimEnd() : before + tail };
    // Both halves of a sentence rest on what the whole did.
    const made = others.map((piece, index) =>
      newLine(index === others.length - 1 ? piece + tail : piece, {
        source_ids: tail ? line.source_ids : [],
      }),
    );
    const last = made.at(-1) ?? head;
    caret = { key: last.key, at: last.text.length - tail.length };
    return lines.toSpliced(at, 1, head, ...made);
  });
  return { draft: next, caret };
}

/** Joins a line to the one before it, which keeps its key; nothing happens to the first one. */
export function joinWithPrevious(draft: Draft, key: string): Edit {
  let caret: Caret | null = null;
  const next = inItem(draft, key, (lines, at) => {
    const line = lines[at]!;
    const before = lines[at - 1];
    if (!before) return lines;
    const gap = before.text && line.text && !/\s$/.test(before.text) ? ' ' : '';
    caret = { key: before.key, at: before.text.length + (line.text ? gap.length : 0) };
    const sources = line.text ? [...new Set([...before.source_ids, ...line.source_ids])] : before.source_ids;
    return lines.toSpliced(at - 1, 2, {
      ...before,
      text: before.text + gap + line.text,
      source_ids: sources,
    });
  });
  return { draft: next, caret };
}

export function addAfter(draft: Draft, key: string): Edit {
  const line = newLine('');
  return {
    draft: inItem(draft, key, (lines, at) => lines.toSpliced(at + 1, 0, line)),
    caret: { key: line.key, at: 0 },
  };
}

export function addToItem(draft: Draft, itemKey: string, line: Line, at = Infinity): Draft {
  return {
    ...draft,
    sections: draft.sections.map((section) => ({
      ...section,
      items: section.items.map((item) =>
        item.key === itemKey ? { ...item, sentences: item.sentences.toSpliced(at, 0, line) } : item,
      ),
    })),
  };
}

export function removeLine(draft: Draft, key: string): Edit {
  let caret: Caret | null = null;
  const next = inItem(draft, key, (lines, at) => {
    const neighbour = lines[at + 1] ?? lines[at - 1];
    caret = neighbour ? { key: neighbour.key, at: neighbour.text.length } : null;
    return lines.toSpliced(at, 1);
  });
  return { draft: next, caret };
}

export function moveLine(draft: Draft, key: string, by: -1 | 1): Draft {
  return inItem(draft, key, (lines, at) => {
    const other = lines[at + by];
    return other ? lines.with(at, other).with(at + by, lines[at]!) : lines;
  });
}

export function moveSection(draft: Draft, key: string, to: number): Draft {
  const from = draft.sections.findIndex((section) => section.key === key);
  const section = draft.sections[from];
  if (!section || to < 0 || to >= draft.sections.length || to === from) return draft;
  return { ...draft, sections: draft.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
}

/** The first line or field that differs: what an undo changed, and where the focus belongs. */
export function firstDifference(before: Draft, after: Draft): Caret | null {
  const known = new Map(textsOf(before).map(({ key, text }) => [key, text]));
  for (const { key, text } of textsOf(after)) if (known.get(key) !== text) return { key, at: text.length };
  // What was emptied has no text any more, but its place is still there.
  const left = new Map(fieldsOf(before).map(({ key, text }) => [key, text]));
  for (const { key } of fieldsOf(after)) left.delete(key);
  const [emptied] = left.keys();
  return emptied === undefined ? null : { key: emptied, at: 0 };
}

const textsOf = (draft: Draft): { key: string; text: string }[] => [
  ...fieldsOf(draft),
  ...draft.sections.flatMap(({ items }) => items.flatMap(({ sentences }) => sentences)),
];

/** The text of a line or field; empty where there is none. */
export const textAtKey = (draft: Draft, key: string): string =>
  textsOf(draft).find((place) => place.key === key)?.text ?? '';

const steps = (path: string): string[] => path.split('/');

/** The text at a place the service names: a sentence, or a field such as `sections/1/items/0/title`. */
export function textAt(content: Content, path: string): string {
  let found: unknown = content;
  for (const name of steps(path)) found = (found as Record<string, unknown> | undefined)?.[name];
  if (typeof found === 'string') return found;
  return (found as Sentence | undefined)?.text ?? '';
}

/** The key of the line or field at a place of the saved content; of an entry the first line. */
export function keyAt(draft: Draft, path: string): string | null {
  const field = fieldsOf(draft).find((candidate) => candidate.path === path);
  if (field) return field.key;
  const [owner, place, , item, kind, index] = steps(path);
  // An empty field is a place to write in as well.
  if (owner === 'recipient' || owner === 'subject') return owner;
  if (owner === 'header') return HEADER_FIELDS.some((name) => name === place) ? path : null;
  const section = draft.sections[Number(place)];
  if (section && item === undefined) return headingKey(section);
  const entry = section?.items[Number(item)];
  return (entry && writtenLines(entry)[kind === 'sentences' ? Number(index) : 0]?.key) ?? null;
}
