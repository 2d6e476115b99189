import { describe, expect, it } from 'vitest';
import { lastWeeks } from './weeks';

const share = (total: number, count: number) => ({ total, count, value: null, note: null });

describe('lastWeeks', () => {
  it('ends with this week and keeps those in which nothing was sent', () => {
    const weeks = lastWeeks([{ name: '2026-W45', share: share(3, 1) }], 3, new Date(2026, 10, 21, 23, 30));
    expect(weeks).toEqual([
      { monday: '2026-11-02', sent: 3, answered: 1 },
      { monday: '2026-11-09', sent: 0, answered: 0 },
      { monday: '2026-11-16', sent: 0, answered: 0 },
    ]);
  });

  it('knows the week of a year by its Thursday', () => {
    const byWeek = [
      { name: '2026-W53', share: share(1, 0) },
      { name: '2027-W01', share: share(2, 0) },
    ];
    expect(lastWeeks(byWeek, 2, new Date(2027, 0, 10, 9)).map(({ sent }) => sent)).toEqual([1, 2]);
    expect(lastWeeks([{ name: '2025-W01', share: share(4, 0) }], 1, new Date(2024, 11, 31)).at(0)?.sent).toBe(
      4,
    );
  });
});
