import { describe, expect, it } from 'vitest';
import type { Content } from '../../api';
import {
  addAfter,
  fingerprint,
  firstDifference,
  insertText,
  keyAt,
  joinWithPrevious,
  lineAt,
  linesOf,
  moveLine,
  moveSection,
  removeLine,
  setLine,
  textAt,
  toContent,
  toDraft,
  type Draft,
} from './content';
import { aContent } from './content.fixture';

const texts = (draft: Draft): string[][] =>
  draft.sections.flatMap(({ items }) => items.map(({ sentences }) => sentences.map(({ text }) => text)));
const keyOf = (draft: Draft, text: string): string => linesOf(draft).find((line) => line.text === text)!.key;

describe('draft', () => {
  const content = aContent(['One', 'Two'], ['Three']);
  const draft = toDraft(content);
  const one = keyOf(draft, 'One');
  const two = keyOf(draft, 'Two');

  it('comes back as the content it was made from', () => expect(toContent(draft)).toEqual(content));

  it('leaves out empty lines when it is saved, and keeps them on the page', () => {
    const { draft: next, caret } = addAfter(draft, one);
    expect(texts(next)[0]).toEqual(['One', '', 'Two']);
    expect(caret?.at).toBe(0);
    expect(fingerprint(toContent(next))).toBe(fingerprint(content));
  });

  it('splits a line at the caret; both halves rest on the same facts', () => {
    const { draft: next, caret } = insertText(draft, two, 1, 1, '\n');
    expect(texts(next)[0]).toEqual(['One', 'T', 'wo']);
    const made = lineAt(next, caret!.key)!.line;
    expect([made.source_ids, caret?.at]).toEqual([['f:Two'], 0]);
  });

  it('makes lines of what is pasted, without the bullets', () => {
    const { draft: next, caret } = insertText(draft, two, 3, 3, '\n• Built\n\n- Ran');
    expect(texts(next)[0]).toEqual(['One', 'Two', 'Built', 'Ran']);
    expect(caret?.at).toBe(3);
    expect(lineAt(next, caret!.key)!.line.source_ids).toEqual([]);
  });

  it('joins a line to the one before and the facts of both', () => {
    const { draft: next, caret } = joinWithPrevious(draft, two);
    expect(texts(next)[0]).toEqual(['One Two']);
    expect(caret).toEqual({ key: one, at: 4 });
    expect(lineAt(next, one)!.line.source_ids).toEqual(['f:One', 'f:Two']);
    expect(joinWithPrevious(draft, one).draft).toBe(draft);
  });

  it('removes a line and names its neighbour', () => {
    const { draft: next, caret } = removeLine(draft, one);
    expect(texts(next)[0]).toEqual(['Two']);
    expect(caret?.key).toBe(two);
  });

  it('moves a line among its own, never out of its entry', () => {
    expect(texts(moveLine(draft, two, -1))[0]).toEqual(['Two', 'One']);
    expect(moveLine(draft, two, 1)).toBe(draft);
  });

  it('moves sections', () => {
    const last = draft.sections[1]!.key;
    expect(moveSection(draft, last, 0).sections.map(({ title }) => title)).toEqual(['Second', 'First']);
    expect(moveSection(draft, last, 2)).toBe(draft);
  });

  it('leaves alone what a change does not touch', () => {
    const next = setLine(draft, one, { text: 'Un' });
    expect(next.sections[1]).toBe(draft.sections[1]);
    expect(setLine(draft, 'unknown', { text: '' })).toBe(draft);
  });

  it('finds what an undo changed', () => {
    const next = setLine(draft, two, { text: 'Deux' });
    expect(firstDifference(next, draft)).toEqual({ key: two, at: 3 });
    expect(firstDifference(draft, removeLine(draft, one).draft)).toBeNull();
  });
});

describe('fingerprint', () => {
  it('is of what people change, not of what the verifier says or in which order keys come', () => {
    const content = aContent(['One'], []);
    const said: Content = JSON.parse(JSON.stringify(content)) as Content;
    said.sections[0]!.items[0]!.sentences[0]!.verdict = 'ungrounded';
    const { sections, ...rest } = said;
    expect(fingerprint({ sections, ...rest, profile_version: 9 })).toBe(fingerprint(content));
    said.sections[0]!.items[0]!.sentences[0]!.text = 'One!';
    expect(fingerprint(said)).not.toBe(fingerprint(content));
  });
});

describe('sentences', () => {
  it('are found by their place, fields too', () => {
    const content = aContent(['One', 'Two'], ['Three']);
    const draft = addAfter(toDraft(content), '').draft;
    expect(textAt(content, 'sections/0/items/0/sentences/1')).toBe('Two');
    expect(textAt(content, 'sections/1/items/0/title')).toBe('Second');
    expect(textAt(content, 'sections/7/items/0/title')).toBe('');
    expect(keyAt(draft, 'sections/0/items/0/sentences/1')).toBe(keyOf(draft, 'Two'));
    expect(keyAt(draft, 'sections/1/items/0/title')).toBe(`${draft.sections[1]!.items[0]!.key}/title`);
    expect(keyAt(draft, 'sections/1/items/0')).toBe(keyOf(draft, 'Three'));
    expect(keyAt(draft, 'sections/1')).toBe(`${draft.sections[1]!.key}/title`);
    expect(keyAt(draft, 'header/email')).toBe('header/email');
    expect(keyAt(draft, 'header/links/3')).toBeNull();
  });
});
