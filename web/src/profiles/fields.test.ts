import { describe, expect, it } from 'vitest';
import type { Profile } from '../api';
import { factOf, nameOfCustom } from './fields';

const profile = {
  id: 'p',
  headline: 'Engineer',
  experiences: [
    { id: 'e', title: 'Developer', company: 'Acme', achievements: ['One', 'Two'], start_date: '2019' },
  ],
  education: [],
  projects: [],
  skills: [{ id: 's', name: 'Go' }],
} as unknown as Profile;

describe('factOf', () => {
  it('finds an entry of a list', () => {
    expect(factOf(profile, 'e:achievements:1')).toMatchObject({
      text: 'Two',
      where: 'Developer, Acme',
      component: 'experiences',
    });
  });
  it('finds a field of an item', () => expect(factOf(profile, 's:name')?.text).toBe('Go'));
  it('finds a field of the profile', () => expect(factOf(profile, 'p:headline')?.text).toBe('Engineer'));
  it.each(['gone:title', 'e:achievements:7', 'p:nothing', ''])('finds nothing for %s', (id) =>
    expect(factOf(profile, id)).toBeNull(),
  );
});

describe('nameOfCustom', () =>
  it('makes a heading of a stored name, and leaves what somebody wrote', () =>
    expect(
      ['awards', 'test_scores', 'éloges', 'volunteering', 'My iOS apps', 'JLPT', 'toString'].map(
        nameOfCustom,
      ),
    ).toEqual(['Awards', 'Test Scores', 'Éloges', 'Voluntary work', 'My iOS apps', 'JLPT', 'toString'])));
