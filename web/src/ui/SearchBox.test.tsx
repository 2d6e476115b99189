import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SearchBox } from './SearchBox';

const onSearch = vi.fn();
const box = (value: string) => (
  <MantineProvider>
    <SearchBox label="s" placeholder="" value={value} onSearch={onSearch} />
  </MantineProvider>
);
const field = () => screen.getByRole<HTMLInputElement>('searchbox');
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const wait = () =>
  act(() => {
    vi.advanceTimersByTime(250);
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  onSearch.mockReset();
  vi.useRealTimers();
});

it('keeps what is typed while the address comes after', () => {
  const { rerender } = render(box(''));
  type('ab');
  wait();
  expect(onSearch.mock.lastCall).toEqual(['ab']);
  expect(field().value).toBe('ab');
  type('abc');
  rerender(box('ab'));
  expect(field().value).toBe('abc');
  wait();
  rerender(box('abc'));
  expect(field().value).toBe('abc');
});

it('shows what somebody else searches for, also what it was before', () => {
  const { rerender } = render(box('a'));
  type('ab');
  wait();
  for (const value of ['ab', '', 'ab', 'a']) {
    rerender(box(value));
    expect(field().value).toBe(value);
  }
});
