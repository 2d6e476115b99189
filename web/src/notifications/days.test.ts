import { expect, it } from 'vitest';
import { byDay, daysAgo } from './days';

const at = (hours: number, read = false) => ({
  created_at: new Date(2026, 10, 21, hours).toISOString(),
  read_at: read ? new Date(2026, 10, 21).toISOString() : null,
});

it('groups by day, unread first', () => {
  const seen = at(20, true);
  const fresh = at(9);
  const old = at(-3);
  expect(byDay([seen, fresh, old])).toEqual([
    { date: new Date(2026, 10, 21), items: [fresh, seen] },
    { date: new Date(2026, 10, 20), items: [old] },
  ]);
});

it('counts days of the calendar', () => {
  const now = new Date(2026, 10, 21, 0, 5);
  expect(daysAgo(new Date(2026, 10, 21), now)).toBe(0);
  expect(daysAgo(new Date(2026, 10, 20), now)).toBe(1);
});
