import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useKept } from './useKept';

vi.mock('../api/session', () => ({ useUser: () => ({ id: 'me' }) }));
afterEach(() => localStorage.clear());

const open = () => renderHook(() => useKept('chat', '')).result;

it('brings back what a closed tab left, also after the field is gone', () => {
  const first = open();
  act(() => first.current[1]('Half a sen'));
  expect(open().current[0]).toBe('Half a sen');
});

it('forgets what was sent, and what was emptied by hand', () => {
  const field = open();
  act(() => field.current[1]('sent'));
  act(() => field.current[2]());
  expect(field.current[0]).toBe('');
  expect(open().current[0]).toBe('');
  act(() => field.current[1]('typed'));
  act(() => field.current[1](''));
  expect(localStorage).toHaveLength(0);
});
