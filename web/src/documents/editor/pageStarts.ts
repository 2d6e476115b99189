import { writtenLines, type Draft } from './content';

/** With what a page of the printed document begins, as the service tells it. */
export interface PageStart {
  page: number;
  /** A section, an entry or a sentence of the content that was drawn. */
  path: string;
  /** Its first words stand on the page before. */
  isWithin: boolean;
}

export interface Mark {
  page: number;
  where: 'here' | 'sentence' | 'entry';
}

/** The marks before each section, entry and line, by its key. */
export type Marks = ReadonlyMap<string, Mark[]>;

/** Reads the header `Page-Starts`: a place for each page from the second on; those not known are left out. */
export const readPageStarts = (header: string): PageStart[] =>
  header
    .split(',')
    .map((item, index) => {
      const [path = '', ...flags] = item.trim().split(';');
      return { page: index + 2, path, isWithin: flags.includes('within') };
    })
    .filter(({ path }) => path.startsWith('sections/'));

/** Where the pages begin in the draft that was drawn. */
export function marksOf(draft: Draft, starts: PageStart[]): Marks {
  const marks = new Map<string, Mark[]>();
  for (const { page, path, isWithin } of starts) {
    const [, s, , i, kind, n] = path.split('/');
    const section = draft.sections[Number(s)];
    const item = section?.items[Number(i)];
    const place = kind ? item && writtenLines(item)[Number(n)] : i === undefined ? section : item;
    if (!place) continue;
    const where = isWithin ? (kind ? 'sentence' : 'entry') : 'here';
    marks.set(place.key, [...(marks.get(place.key) ?? []), { page, where }]);
  }
  return marks;
}

/** How many printed lines stand beyond the pages that were asked for. */
export const linesOver = (lines: number[], wanted: number): number =>
  lines.slice(wanted).reduce((sum, count) => sum + count, 0);
