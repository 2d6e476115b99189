import { expect, it } from 'vitest';
import type { ParsedResumeOut } from '../../api';
import { draftOf, profileOf, uncertainOf } from './draft';

const parsed = {
  full_name: 'Zoë',
  confidence: { full_name: 0.98, 'experiences.0.company': 0.4, location: 0.7 },
  custom_fields: { awards: ['One'] },
  experiences: [
    { id: '', title: 'Dev', is_current: true, achievements: ['Built it', ' ', ''], start_date: '2019' },
  ],
  education: [{ id: '', institution: 'Lund' }],
  projects: [],
  skills: [],
} as unknown as ParsedResumeOut;

it('names the least certain field first', () =>
  expect(uncertainOf(parsed)).toEqual(['experiences.0.company', 'location']));

it('keeps what was read, without ids and empty lines', () => {
  const profile = profileOf(draftOf(parsed), parsed);
  expect(profile.experiences).toEqual([{ title: 'Dev', achievements: ['Built it'], start_date: '2019' }]);
  expect(profile.custom_fields).toEqual({ awards: ['One'] });
});

it('leaves out a section that was not accepted', () => {
  const draft = draftOf(parsed);
  draft.isIncluded.education = false;
  expect(profileOf(draft, parsed).education).toEqual([]);
});
