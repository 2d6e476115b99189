import { expect, it } from 'vitest';
import { size } from './size';

it('takes the unit that fits', () => {
  expect([0, 999, 1500, 3_145_728, 1e9].map(size)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.5 kB',
    '3.1 MB',
    '1 GB',
  ]);
});
