import { t } from '../strings';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter takes longer to make than a hundred dates to write: each is made once. */
function formatted(date: Date, options: Intl.DateTimeFormatOptions): string {
  const name = JSON.stringify(options);
  let format = formats.get(name);
  if (!format) formats.set(name, (format = new Intl.DateTimeFormat(undefined, options)));
  return format.format(date);
}

/** "3 days ago", "in 2 hours", in the browser's language. */
export function ago(iso: string, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const [unit, size] = UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? [null, 1];
  if (!unit) return t.time.justNow;
  return relative.format(Math.round(seconds / size), unit);
}

export function dateTime(iso: string): string {
  return formatted(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' });
}

const isDay = (iso: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(iso);

/** A day without a time zone must not slip to its neighbour. */
const atNoon = (iso: string): Date => new Date(isDay(iso) ? `${iso}T12:00:00` : iso);

export function day(iso: string): string {
  return formatted(atNoon(iso), { dateStyle: 'medium' });
}

const YEAR = { month: 'short', day: 'numeric' } as const;

/** A day of this year without its year, where room is short: "21 Nov"; others as `day` writes them. */
export function shortDay(iso: string, now = new Date()): string {
  const date = atNoon(iso);
  return date.getFullYear() === now.getFullYear() ? formatted(date, YEAR) : day(iso);
}

/** The name of a day's month where room is short: "Nov". */
export function monthName(iso: string): string {
  return formatted(atNoon(iso), { month: 'short' });
}

/** The moment something due is over, in milliseconds: a day without a time lasts until its midnight here. */
export function endOf(iso: string): number {
  return isDay(iso) ? new Date(`${iso}T23:59:59.999`).getTime() : new Date(iso).getTime();
}

/** How many days of the calendar lie between then and now: 0 for today, negative for what is to come. */
export function daysSince(iso: string, now = new Date()): number {
  const noon = (date: Date) => new Date(date).setHours(12, 0, 0, 0);
  return Math.round((noon(now) - noon(atNoon(iso))) / 86_400_000);
}

/** "today", "yesterday", "36 days ago": whole days of the calendar, however many. */
export function daysAgo(iso: string, now = new Date()): string {
  return relative.format(-daysSince(iso, now), 'day');
}

export function time(date: Date): string {
  return formatted(date, { timeStyle: 'short' });
}

/** A career date at the precision it was given: "2019", "Mar 2019", "4 Mar 2019". */
export function careerDate(text: string | null | undefined): string {
  if (!text) return '';
  const [year, month, date] = text.split('-');
  if (!month) return year ?? '';
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    ...(date ? { day: 'numeric' } : {}),
  };
  return formatted(new Date(Number(year), Number(month) - 1, Number(date ?? 1), 12), options);
}

/** "Mar 2019 – now"; empty where neither end is known. */
export function careerSpan(
  start: string | null | undefined,
  end: string | null | undefined,
  isCurrent = false,
): string {
  const last = end ? careerDate(end) : isCurrent ? t.time.present : '';
  return [careerDate(start), last].filter(Boolean).join(' – ');
}

/** "1:05". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
