import { expect, it } from 'vitest';
import type { ImportPreview, ParsedResumeOut } from '../../api';
import { factLines, nameOfEntry, takenSections, totals, uncertainNews } from './merging';

const parsed = {
  full_name: 'Zoë',
  email: 'zoe@example.org',
  custom_fields: { awards: ['One', 'Two'] },
  experiences: [
    { title: 'Dev', company: 'Acme', start_date: '2019-03', is_current: true, achievements: ['Built it'] },
    { title: 'Chef', company: 'Ambre', location: 'Lyon', achievements: [] },
  ],
  education: [],
  projects: [],
  skills: [{ name: 'Python' }],
} as unknown as ParsedResumeOut;

const entry = (path: string, outcome: 'added' | 'completed' | 'unchanged', fields: string[] = []) => ({
  path,
  target: path,
  outcome,
  fields,
  conflicts: [],
});
const section = (name: string, entries: ReturnType<typeof entry>[]) => ({
  section: name,
  added: entries.filter(({ outcome }) => outcome === 'added').length,
  completed: entries.filter(({ outcome }) => outcome === 'completed').length,
  unchanged: entries.filter(({ outcome }) => outcome === 'unchanged').length,
  conflicts: 0,
  entries,
});
const role = entry('experiences.0', 'added');
const chef = entry('experiences.1', 'completed', ['location']);
const preview = {
  profile_id: 'p1',
  version: 3,
  sections: [
    section('contact', [entry('full_name', 'unchanged'), entry('email', 'added')]),
    section('experiences', [role, chef]),
    section('education', []),
    section('skills', [entry('skills.0', 'unchanged')]),
    section('custom_fields', [entry('custom_fields.awards', 'added')]),
  ],
} as unknown as ImportPreview;

it('asks for the sections that bring something and were not left out', () => {
  expect(takenSections(preview, new Set())).toEqual(['contact', 'experiences', 'custom_fields']);
  expect(takenSections(preview, new Set(['experiences', 'skills'] as const))).toEqual([
    'contact',
    'custom_fields',
  ]);
});

it('counts what the chosen sections bring', () =>
  expect(totals(preview, ['contact', 'experiences'])).toEqual({ added: 2, completed: 1 }));

it('tells all of a new entry, in words, and of an old one only what is completed', () => {
  expect(factLines(parsed, 'experiences', role).map(({ label, lines }) => [label, ...lines])).toEqual([
    ['Title', 'Dev'],
    ['Company', 'Acme'],
    ['From', 'Mar 2019'],
    ['To', 'now'],
    ['Achievements', 'Built it'],
  ]);
  expect(factLines(parsed, 'experiences', chef)).toEqual([
    { path: 'experiences.1.location', label: 'Location', lines: ['Lyon'] },
  ]);
  expect(factLines(parsed, 'contact', entry('email', 'added'))).toEqual([
    { path: 'email', label: 'E-mail', lines: ['zoe@example.org'] },
  ]);
  expect(factLines(parsed, 'custom_fields', entry('custom_fields.awards', 'added'))).toEqual([
    { path: 'custom_fields.awards', label: 'Awards', lines: ['One', 'Two'] },
  ]);
});

it('names entries as people know them', () =>
  expect([
    nameOfEntry(parsed, 'experiences', chef),
    nameOfEntry(parsed, 'contact', entry('full_name', 'unchanged')),
    nameOfEntry(parsed, 'custom_fields', entry('custom_fields.awards', 'added')),
  ]).toEqual(['Chef, Ambre', 'Full name', 'Awards']));

it('sends nobody to look at doubtful fields that change nothing', () =>
  expect(
    uncertainNews(preview, [
      'full_name',
      'email',
      'experiences.0.company',
      'experiences.1.location',
      'experiences.1.company',
      'skills.0.name',
    ]),
  ).toEqual(['email', 'experiences.0.company', 'experiences.1.location']));
