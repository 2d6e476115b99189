import type { ApplicationStats } from '../api';

const DAY = 86_400_000;

export interface Week {
  /** Its first day, as `YYYY-MM-DD`. */
  monday: string;
  sent: number;
  answered: number;
}

/** The ISO week a day lies in, by its Monday. */
function mondayOf(date: Date): Date {
  const noon = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
  return new Date(noon.getTime() - ((noon.getUTCDay() + 6) % 7) * DAY);
}

/** "2026-W41" of a Monday: the year is that of its Thursday. */
function nameOf(monday: Date): string {
  const thursday = new Date(monday.getTime() + 3 * DAY);
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - start) / DAY / 7) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** So many weeks up to this one, the oldest first; weeks in which nothing was sent are among them. */
export function lastWeeks(byWeek: ApplicationStats['by_week'], size: number, now: Date): Week[] {
  const latest = mondayOf(now);
  return Array.from({ length: size }, (_, index) => {
    const monday = new Date(latest.getTime() - (size - 1 - index) * 7 * DAY);
    const share = byWeek.find(({ name }) => name === nameOf(monday))?.share;
    return {
      monday: monday.toISOString().slice(0, 10),
      sent: share?.total ?? 0,
      answered: share?.count ?? 0,
    };
  });
}
