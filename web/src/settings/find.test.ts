import { expect, it } from 'vitest';
import { found, wordsOf } from './find';

const parts = { password: 'Password New password', data: 'Your data Download everything', look: 'Dark mode' };

it('finds the parts where every word begins one', () => {
  expect(found('pass', parts)).toEqual(['password']);
  expect(found('down DATA', parts)).toEqual(['data']);
  expect(found('word', parts)).toEqual([]);
});

it('finds everything for nothing', () => {
  expect(found('  ', parts)).toEqual(['password', 'data', 'look']);
});

it('reads the words of a catalogue, nested ones too', () => {
  expect(wordsOf({ title: 'Data', of: (n: number) => `${n}`, more: { one: 'Two' } })).toBe('Data  Two');
});
