const DAY = 86_400_000;

export interface ActiveDay {
  /** As `YYYY-MM-DD`. */
  day: string;
  count: number;
}

/**
 * So many weeks up to this one, each from Monday to Sunday and the oldest first; days to come are left out. Days are those
 * of UTC, as the service counts them.
 */
export function calendarOf(byDay: readonly ActiveDay[], weeks: number, now: Date): ActiveDay[][] {
  const counts = new Map(byDay.map(({ day, count }) => [day, count]));
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => monday + ((week - weeks + 1) * 7 + weekday) * DAY)
      .filter((time) => time <= today)
      .map((time) => {
        const day = new Date(time).toISOString().slice(0, 10);
        return { day, count: counts.get(day) ?? 0 };
      }),
  );
}

/** How dark a day is drawn: 0 for nothing, then 1 to 4 in fourths of the busiest day. */
export const levelOf = (count: number, most: number): number => (count ? Math.ceil((4 * count) / most) : 0);

/** The months above the weeks: the first day of each, and how many weeks begin in it. */
export function monthsOf(weeks: readonly ActiveDay[][]): { day: string; span: number }[] {
  const months: { day: string; span: number }[] = [];
  for (const [monday] of weeks) {
    if (!monday) continue;
    const last = months.at(-1);
    if (last?.day.slice(0, 7) === monday.day.slice(0, 7)) last.span += 1;
    else months.push({ day: monday.day, span: 1 });
  }
  return months;
}
