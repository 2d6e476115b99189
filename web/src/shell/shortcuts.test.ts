import { describe, expect, it, vi } from 'vitest';
import { match, type Shortcut } from './shortcuts';

const press = (key: string, modifiers = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});
const shortcut = (keys: string): Shortcut => ({ keys, label: keys, run: vi.fn() });

describe('match', () => {
  const goJobs = shortcut('g j');
  const create = shortcut('n');
  const palette = shortcut('mod+k');
  const all = [goJobs, create, palette];

  it('finds a single key', () => expect(match(press('n'), '', all)).toBe(create));
  it('waits in the middle of a sequence', () => expect(match(press('g'), '', all)).toBe('prefix'));
  it('finds the end of a sequence', () => expect(match(press('j'), 'g', all)).toBe(goJobs));
  it('does not take the end of a sequence alone', () => expect(match(press('j'), '', all)).toBeNull());
  it('takes Ctrl and Cmd for the same', () => {
    expect(match(press('k', { ctrlKey: true }), '', all)).toBe(palette);
    expect(match(press('k', { metaKey: true }), '', all)).toBe(palette);
  });
  it('leaves the browser its own combinations', () =>
    expect(match(press('n', { ctrlKey: true }), '', all)).toBeNull());
  it('tells a combination with Shift from the one without', () => {
    const redo = shortcut('mod+shift+z');
    const undo = shortcut('mod+z');
    expect(match(press('Z', { ctrlKey: true, shiftKey: true }), '', [redo, undo])).toBe(redo);
    expect(match(press('z', { ctrlKey: true }), '', [redo, undo])).toBe(undo);
  });
  it('leaves a key that is off to the browser', () =>
    expect(match(press('n'), '', [{ ...create, isOn: () => false }])).toBeNull());
  it('prefers what was registered last', () => {
    const local = shortcut('n');
    expect(match(press('n'), '', [...all, local])).toBe(local);
  });
});
