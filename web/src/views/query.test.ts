import { expect, test } from 'vitest';
import { queryOf } from './query';

const NAMES = ['status', 'q', 'sort'];

test('two addresses that show the same are one view', () => {
  const one = queryOf(new URLSearchParams('q=caf%C3%A9+%26+bar&sort=-title&offset=25'), NAMES);
  const other = queryOf(new URLSearchParams('sort=-title&add=1&status=&q=caf%C3%A9%20%26%20bar'), NAMES);
  expect(one).toBe('q=caf%C3%A9+%26+bar&sort=-title');
  expect(other).toBe(one);
});

test('an address without filters is no view', () => {
  expect(queryOf(new URLSearchParams('offset=50&add=1'), NAMES)).toBe('');
});
