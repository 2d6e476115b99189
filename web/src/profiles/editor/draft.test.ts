import { describe, expect, it } from 'vitest';
import type { Profile } from '../../api';
import {
  baseAfter,
  changesOf,
  draftOf,
  givenIds,
  newItem,
  problemsOf,
  stepped,
  withField,
  withIds,
  withItems,
} from './draft';
import { merged, resolved, valueOf } from './merge';
import { differences, periodNotes } from './names';

const role = (id: string, title: string, more: object = {}) => ({
  id,
  title,
  company: 'Acme',
  location: '',
  start_date: '2019-03',
  end_date: null,
  is_current: true,
  description: '',
  achievements: ['One'],
  ...more,
});

const profile = (more: object = {}): Profile =>
  ({
    id: 'p',
    version: 3,
    full_name: 'Ines',
    headline: 'Engineer',
    email: '',
    phone: '',
    location: '',
    linkedin: '',
    github: '',
    website: '',
    professional_summary: '',
    custom_fields: { interests: ['Chess'] },
    experiences: [role('a', 'First'), role('b', 'Second')],
    education: [],
    projects: [],
    skills: [],
    ...more,
  }) as unknown as Profile;

const base = draftOf(profile());

describe('changesOf', () => {
  it('finds nothing where nothing was changed', () => expect(changesOf(base, draftOf(profile()))).toBeNull());
  it('sends a changed field alone', () =>
    expect(changesOf(base, { ...base, contact: { ...base.contact, headline: 'Lead' } })).toEqual({
      headline: 'Lead',
    }));
  it('sends a whole list, with the ids of what is known', () => {
    const draft = withField(base, 'experiences', 'b', 'title', 'Mine');
    expect(changesOf(base, draft)?.experiences).toMatchObject([{ id: 'a' }, { id: 'b', title: 'Mine' }]);
    expect(changesOf(base, draft)?.experiences?.[0]).not.toHaveProperty('is_current');
  });
  it('keeps an entry without content to itself', () =>
    expect(
      changesOf(
        base,
        withItems(base, 'experiences', (list) => [...list, newItem({ achievements: [''] })]),
      ),
    ).toBeNull());
  it('holds a list back that cannot be saved, and only that', () => {
    const wrong = withField(base, 'experiences', 'a', 'end_date', '2018');
    const draft = { ...wrong, contact: { ...wrong.contact, phone: '1' } };
    expect(problemsOf(draft)).toEqual({ 'experiences.a.end_date': 'endBeforeStart' });
    expect(changesOf(base, draft)).toEqual({ phone: '1' });
  });
  it('misses the name of a skill', () => {
    const item = newItem({ category: 'language', proficiency: 'B2' });
    expect(problemsOf(withItems(base, 'skills', () => [item]))).toEqual({
      [`skills.${item.key}.name`]: 'noName',
    });
  });
});

it('gives new entries the ids of the service, so that nothing is sent twice', () => {
  const item = newItem({ title: 'Third' });
  const draft = withItems(base, 'experiences', (list) => [item, ...list]);
  const changes = changesOf(base, draft)!;
  const saved = profile({ experiences: [role('c', 'Third'), role('a', 'First'), role('b', 'Second')] });
  const ids = givenIds(draft, changes, saved);
  expect(ids).toEqual(new Map([[item.key, 'c']]));
  expect(changesOf(withIds(baseAfter(base, draft, changes), ids), withIds(draft, ids))).toBeNull();
});

describe('merged', () => {
  it('takes both sides where they touch different things', () => {
    const mine = withField(base, 'experiences', 'a', 'title', 'Mine');
    const theirs = draftOf(
      profile({
        headline: 'Theirs',
        experiences: [role('a', 'First', { company: 'New' }), role('b', 'Second')],
      }),
    );
    const { draft, conflicts } = merged(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(draft.contact.headline).toBe('Theirs');
    expect(draft.items.experiences[0]).toMatchObject({ title: 'Mine', company: 'New' });
  });
  it('names what was changed twice, keeps mine in the draft, and takes theirs on demand', () => {
    const mine = withField(base, 'experiences', 'a', 'achievements', ['One', 'Mine']);
    const theirs = draftOf(
      profile({
        experiences: [role('a', 'First', { achievements: ['One', 'Theirs'] }), role('b', 'Second')],
      }),
    );
    const { draft, conflicts } = merged(base, mine, theirs);
    expect(conflicts).toHaveLength(1);
    expect(draft.items.experiences[0]?.achievements).toEqual(['One', 'Mine']);
    expect(valueOf(conflicts[0]!, 'both')).toEqual(['One', 'Mine', 'Theirs']);
    expect(resolved(draft, conflicts[0]!, 'theirs').items.experiences[0]?.achievements).toEqual([
      'One',
      'Theirs',
    ]);
  });
  it('deletes what one side deleted and the other left alone, never what it changed', () => {
    const edited = withField(base, 'experiences', 'b', 'title', 'Edited');
    const without = draftOf(profile({ experiences: [] }));
    const { draft } = merged(base, edited, without);
    expect(draft.items.experiences).toMatchObject([{ title: 'Edited', id: '' }]);
    const other = merged(base, without, edited).draft;
    expect(other.items.experiences).toMatchObject([{ title: 'Edited', id: 'b' }]);
  });
  it('keeps new entries of both sides, and their order', () => {
    const item = newItem({ title: 'Mine' });
    const mine = withItems(base, 'experiences', (list) => [...list, item]);
    const theirs = draftOf(
      profile({ experiences: [role('b', 'Second'), role('c', 'Theirs'), role('a', 'First')] }),
    );
    const titles = merged(base, mine, theirs).draft.items.experiences.map(({ title }) => title);
    expect(titles).toEqual(['Second', 'Theirs', 'First', 'Mine']);
  });
  it('knows its own new entry again when the answer was lost', () => {
    const mine = withItems(base, 'projects', () => [newItem({ name: 'P' })]);
    const theirs = draftOf(profile({ projects: [{ id: 'x', name: 'P' }] }));
    expect(merged(base, mine, theirs).draft.items.projects).toMatchObject([{ name: 'P', id: 'x' }]);
  });
});

it('steps over entries of another kind', () =>
  expect(stepped(['a', 'X', 'b'], 0, 1, (one) => one === one.toLowerCase())).toEqual(['b', 'X', 'a']));

it('tells versions apart', () => {
  const then = draftOf(profile({ headline: 'Old', experiences: [role('a', 'First'), role('z', 'Gone')] }));
  expect(differences(then, base).map(({ field }) => field)).toEqual([
    'Headline',
    'Experience: Second, Acme',
    'Experience: Gone, Acme',
  ]);
});

describe('periodNotes', () => {
  const now = new Date('2026-03-01');
  it.each([
    ['a gap', [role('a', 'A', { end_date: '2020-01' }), role('b', 'B', { start_date: '2021-01' })], 1],
    ['an overlap', [role('a', 'A', { end_date: '2020-06' }), role('b', 'B', { start_date: '2020-01' })], 1],
    [
      'a change of jobs',
      [role('a', 'A', { end_date: '2020-01' }), role('b', 'B', { start_date: '2020-01' })],
      0,
    ],
    [
      'a year of which nobody knows more',
      [role('a', 'A', { end_date: '2020' }), role('b', 'B', { start_date: '2021' })],
      0,
    ],
    ['no dates', [role('a', 'A', { start_date: null }), role('b', 'B', { start_date: null })], 0],
  ])('has a word about %s or not', (_name, roles, expected) =>
    expect(periodNotes(roles, now)).toHaveLength(expected),
  );
});
