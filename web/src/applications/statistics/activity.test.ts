import { expect, it } from 'vitest';
import { calendarOf, levelOf, monthsOf } from './activity';

it('ends today, begins on a Monday, and keeps days without a step', () => {
  const weeks = calendarOf(
    [
      { day: '2026-11-15', count: 2 },
      { day: '2026-11-18', count: 1 },
      { day: '2026-01-01', count: 9 },
    ],
    2,
    new Date('2026-11-18T23:30:00Z'),
  );
  expect(weeks.map((week) => week.map(({ count }) => count))).toEqual([
    [0, 0, 0, 0, 0, 0, 2],
    [0, 0, 1],
  ]);
  expect(weeks[0]?.[0]?.day).toBe('2026-11-09');
  expect(weeks[1]?.at(-1)?.day).toBe('2026-11-18');
});

it('draws any step, and the busiest day darkest', () =>
  expect([0, 1, 5, 20].map((count) => levelOf(count, 20))).toEqual([0, 1, 1, 4]));

it('names a month above the first week that begins in it', () =>
  expect(monthsOf(calendarOf([], 6, new Date('2026-11-18T12:00:00Z')))).toEqual([
    { day: '2026-10-12', span: 3 },
    { day: '2026-11-02', span: 3 },
  ]));
