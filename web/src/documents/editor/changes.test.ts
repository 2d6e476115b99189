import { expect, it } from 'vitest';
import type { DiffOut, FieldChange } from '../../api';
import { nameOf, rejectedOf, rowsOf } from './changes';
import { aContent } from './content.fixture';

const field = (changes: Partial<FieldChange>): FieldChange => ({
  kind: 'changed',
  field: 'title',
  entry_name: 'Engineer, Acme',
  before: 'Engineer',
  after: 'Head',
  before_path: null,
  after_path: null,
  ...changes,
});

const diff: DiffOut = {
  against: '1',
  changes: [
    { kind: 'unchanged', before: 'a', after: 'a', before_path: null, after_path: null },
    { kind: 'removed', before: 'b', after: null, before_path: null, after_path: null },
  ],
  fields: [
    field({}),
    field({ field: 'end_date', before: '2021-03', after: 'present' }),
    field({ field: 'section', kind: 'moved', entry_name: '', before: 'Skills', after: 'Skills' }),
  ],
};

it('puts fields first, with their entry and their dates as people read them', () => {
  const rows = rowsOf(diff, aContent([], []));
  expect(rows.map(({ kind, where, before, after }) => [kind, where, before, after])).toEqual([
    ['changed', 'Title, Engineer, Acme', 'Engineer', 'Head'],
    ['changed', 'To, Engineer, Acme', 'Mar 2021', 'now'],
    ['moved', 'Section', 'Skills', 'Skills'],
    ['unchanged', '', 'a', 'a'],
    ['removed', '', 'b', null],
  ]);
  expect(new Set(rows.map(nameOf)).size).toBe(rows.length);
});

it('names each change by its place in its own list', () => {
  const rows = rowsOf(diff, aContent([], []));
  expect(rejectedOf([rows[1]!, rows[4]!])).toEqual({ rejected: [1], rejected_fields: [1] });
});
