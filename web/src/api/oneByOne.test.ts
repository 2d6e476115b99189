import { expect, it } from 'vitest';
import { ApiError } from './errors';
import { oneByOne } from './oneByOne';

it('goes on after a refusal, names it, and takes what is gone for done', async () => {
  const asked: string[] = [];
  const report = await oneByOne(['a', 'b', 'c'], (id) => {
    asked.push(id);
    if (id === 'a') return Promise.reject(new ApiError(409, 'conflict', 'It is in use'));
    if (id === 'b') return Promise.reject(new ApiError(404, 'not_found', 'There is no such document'));
    return Promise.resolve();
  });
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(report).toEqual({
    done: ['b', 'c'],
    failed: [{ id: 'a', code: 'conflict', message: 'It is in use' }],
  });
});
