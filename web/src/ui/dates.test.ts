import { describe, expect, it } from 'vitest';
import { day, daysAgo, daysSince, endOf, shortDay } from './dates';

describe('dates of things due', () => {
  it('lets a day without a time last until its midnight here', () => {
    expect(endOf('2026-11-21')).toBe(new Date(2026, 10, 21, 23, 59, 59, 999).getTime());
    expect(endOf('2026-11-21T09:00:00Z')).toBe(Date.UTC(2026, 10, 21, 9));
  });

  it('leaves out the year of this year only', () => {
    expect(shortDay('2026-11-21', new Date(2026, 0, 1))).not.toContain('2026');
    expect(shortDay('2027-01-31', new Date(2026, 0, 1))).toBe(day('2027-01-31'));
  });

  it('counts days of the calendar', () => {
    const now = new Date(2026, 10, 21, 23, 50);
    expect(daysAgo('2026-11-21', now)).toBe('today');
    expect(daysAgo('2026-11-22', now)).toBe('tomorrow');
    expect(daysAgo(new Date(2026, 9, 16, 1).toISOString(), now)).toBe('36 days ago');
    expect(daysSince(new Date(2026, 10, 20, 23, 59).toISOString(), now)).toBe(1);
    expect(daysSince('2026-11-21', now)).toBe(0);
  });
});
