import { afterEach, expect, it } from 'vitest';
import { forgetUnsaved, unsaved } from './unsaved';

afterEach(() => localStorage.clear());

it('keeps nothing of a page that is left at the sign-out, and begins anew after it', () => {
  const before = unsaved<string>('notes');
  before.write('typed');
  forgetUnsaved();
  expect([before.write('typed'), localStorage.length]).toEqual([false, 0]);
  expect(unsaved<string>('notes').write('of the next one')).toBe(true);
  expect(before.read()).toBe('of the next one');
});

it('clears only what it wrote itself', () => {
  const [one, other] = [unsaved<string>('notes'), unsaved<string>('notes')];
  one.write('mine');
  other.write('theirs');
  one.clear();
  expect(one.read()).toBe('theirs');
});
