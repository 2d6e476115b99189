/** Career dates as people write them: "2019", "Mar 2019", "03/2019", "14 March 2019", "now". */

const LANGUAGES = ['en', undefined] as const;

const plain = (text: string): string =>
  text
    .toLocaleLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .trim();

/** Month names, long and short, in English and in the browser's language. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES)
    for (const month of ['long', 'short'] as const)
      for (let index = 0; index < 12; index++)
        for (const day of ['numeric', undefined] as const) {
          const parts = new Intl.DateTimeFormat(language, { month, day }).formatToParts(
            new Date(2020, index, 15),
          );
          names.set(plain(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1);
        }
  return names.set('sept', 9);
}

let known: Map<string, number> | null = null;

const NOW = ['now', 'present', 'today', 'current', 'ongoing'];

export const meansNow = (text: string): boolean => NOW.includes(plain(text));

function iso(year: number, month?: number, date?: number): string | null {
  if (year < 1900 || year > 2100) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (date === undefined) return start;
  if (date < 1 || date > new Date(year, month, 0).getDate()) return null;
  return `${start}-${String(date).padStart(2, '0')}`;
}

/** Reads a date at the precision it is written with; `null` where it is none. */
export function parsedCareerDate(given: string): string | null {
  const text = plain(given).replace(/,/g, ' ').replace(/\s+/g, ' ');
  let found = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(text);
  if (found) return iso(Number(found[1]), number(found[2]), number(found[3]));
  found = /^(\d{1,2})[-/ ](\d{4})$/.exec(text);
  if (found) return iso(Number(found[2]), number(found[1]));
  known ??= monthNames();
  found = /^(?:(\d{1,2})\s)?(\D+?)\s(?:(\d{1,2})\s)?(\d{4})$/.exec(text);
  const month = found && known.get(found[2] ?? '');
  if (!found || !month) return null;
  return iso(Number(found[4]), month, number(found[1] ?? found[3]));
}

const number = (digits: string | undefined): number | undefined => (digits ? Number(digits) : undefined);

/** Whether a period ends before it begins, as far as both dates say. */
export function endsBeforeStart(start: unknown, end: unknown): boolean {
  if (typeof start !== 'string' || typeof end !== 'string') return false;
  const shared = Math.min(start.length, end.length);
  return end.slice(0, shared) < start.slice(0, shared);
}
