import { expect, it } from 'vitest';
import type { SavedSearchOut } from '../../api';
import { addressOf, inWords, termsOf } from './terms';

const saved = {
  q: 'c++ & go',
  location: 'Zürich',
  remote: false,
  sources: ['remotive', 'lever:acme'],
  min_match_score: 60,
} as SavedSearchOut;

it('comes back from its address as it was', () => {
  const query = new URLSearchParams(addressOf(saved).split('?')[1]);
  const get = (name: string) => query.get(name) ?? '';
  const address = { q: get('q'), location: get('location'), remote: get('remote'), sources: get('sources') };
  const { q, location, remote, sources } = saved;
  expect(termsOf(address)).toEqual({ q, location, remote, sources });
});

it('asks nobody for nothing', () =>
  expect(termsOf({ q: '', location: '', remote: 'true', sources: '' })).toBeNull());

it('says what it looks for', () =>
  expect(inWords(saved)).toBe('c++ & go · Zürich · Not remote · remotive, lever:acme · match from 60'));
