import { expect, it } from 'vitest';
import { begin, redo, step, undo } from './history';

it('goes back and forth over more than fifty steps', () => {
  let history = begin(0);
  for (let value = 1; value <= 120; value++) history = step(history, value);
  for (let count = 0; count < 120; count++) history = undo(history);
  expect(history.present).toBe(0);
  expect(undo(history)).toBe(history);
  for (let count = 0; count < 120; count++) history = redo(history);
  expect([history.present, redo(history) === history]).toEqual([120, true]);
});

it('takes typing in one place for one step until somebody pauses', () => {
  let history = step(begin(''), 'a', { name: 'x', now: 5000 });
  history = step(history, 'ab', { name: 'x', now: 5900 });
  history = step(history, 'abc', { name: 'x', now: 7000 });
  history = step(history, 'abcd', { name: 'y', now: 7001 });
  expect(history.past).toEqual(['', 'ab', 'abc']);
});

it('forgets what was undone once something else is done', () => {
  const history = step(undo(step(begin('a'), 'b')), 'c');
  expect([history.past, history.present, history.future]).toEqual([['a'], 'c', []]);
});

it('starts a new step after an undo', () => {
  const undone = undo(step(step(begin('a'), 'b', { name: 'x', now: 1 }), 'c', { now: 2 }));
  expect(step(undone, 'd', { name: 'x', now: 3 }).past).toEqual(['a', 'b']);
});
