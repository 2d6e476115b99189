import { notifications } from '@mantine/notifications';
import { afterEach, expect, it, vi } from 'vitest';
import { removeWithUndo, showUndo, undoLatest } from './toast';

afterEach(() => notifications.clean());

it('undoes the latest once, and says so: the same keys must not undo something else too', () => {
  const undo = vi.fn();
  showUndo('moved', { undo });
  expect(undoLatest()).toBe(true);
  expect(undo).toHaveBeenCalledOnce();
  expect(undoLatest()).toBe(false);
  expect(undo).toHaveBeenCalledOnce();
});

it('deletes when the time is over, and never after an undo', () => {
  const commit = vi.fn(() => Promise.resolve());
  removeWithUndo({ ids: ['a'], message: 'deleted', commit });
  undoLatest();
  expect(commit).not.toHaveBeenCalled();
  const later = vi.fn();
  showUndo('deleted', { undo: vi.fn(), commit: later })();
  expect(later).toHaveBeenCalledOnce();
});
