import { createContext, use } from 'react';
import classes from './editor.module.css';
import type { Marks } from './pageStarts';
import { t } from './strings';

export interface Breaks {
  marks: Marks;
  /** The template has columns: only the main one goes on on further pages. */
  isMain: boolean;
}

/** In a context, so that a page that breaks elsewhere draws its marks anew and not every line. */
export const PageBreaks = createContext<Breaks>({ marks: new Map(), isMain: false });

/** A rule before the section, entry or line with which a page begins. */
export function PageMark({ at }: { at: string }) {
  const { marks, isMain } = use(PageBreaks);
  return marks.get(at)?.map(({ page, where }) => (
    <p key={page} className={classes.pageMark} data-page={page}>
      {t.pageMark(page, where, isMain)}
    </p>
  ));
}
