import { expect, it } from 'vitest';
import { toggled } from './useSelection';

const shown = ['a', 'b', 'c', 'd'];

it('picks one and drops it again', () => {
  expect(toggled(shown, ['d'], 'b', null)).toEqual(['b', 'd']);
  expect(toggled(shown, ['b', 'd'], 'b', null)).toEqual(['d']);
});

it('picks or drops all between, whichever way round', () => {
  expect(toggled(shown, ['b'], 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(toggled(shown, ['d'], 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(toggled(shown, shown, 'c', 'a')).toEqual(['d']);
});

it('forgets what is not on the page, and takes a range from there for one', () => {
  expect(toggled(shown, ['x'], 'c', 'x')).toEqual(['c']);
});
