import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiError } from '../../api';
import { pagePicture, type Fullness } from '../api';
import { toContent, type Draft } from './content';
import type { Breaks } from './PageMark';
import { marksOf } from './pageStarts';
import type { EditorState, EditorStore } from './store';
import { useLook, useTemplates } from './Templates';

const PAUSE_MILLISECONDS = 500;
const NO_BREAKS: Breaks = { marks: new Map(), isMain: false };

/** The document as it prints, half a second after the last key: one page of it, and where all of them begin. */
export function usePages(store: EditorStore, state: EditorState) {
  const [wanted, setPage] = useState(1);
  const [settled] = useDebouncedValue(state.draft, PAUSE_MILLISECONDS);
  const content = useMemo(() => toContent(settled), [settled]);
  const { look, change } = useLook(store, state);
  const view = useMemo(() => ({ content, ...look }), [content, look]);
  const [pages, setPages] = useState(1);
  const page = Math.min(wanted, pages);
  const picture = useQuery({ ...pagePicture({ ...view, page }), placeholderData: keepPreviousData });
  const answer = picture.isPlaceholderData ? undefined : picture.data;
  // The picture of a page that is no longer there would be refused: the count of the last one tells.
  if (answer && answer.pages !== pages) setPages(answer.pages);
  if (picture.error instanceof ApiError && picture.error.status === 404 && pages > 1) setPages(1);
  // What is told of the pages lasts while one turns them: their pictures come one by one.
  const [told, setTold] = useState<{ of: typeof view; draft: Draft; answer: Fullness } | null>(null);
  if (answer && (told?.of !== view || told.answer !== answer)) setTold({ of: view, draft: settled, answer });
  const columns = useTemplates().data?.find(({ id }) => id === look.template)?.columns;
  const isFailed = picture.isError;
  const breaks = useMemo((): Breaks => {
    if (!told || isFailed || columns === undefined) return NO_BREAKS;
    const isMain = columns > 1 && told.of.content.document_type === 'resume';
    return { marks: marksOf(told.draft, told.answer.starts), isMain };
  }, [told, isFailed, columns]);
  return {
    view,
    content,
    look,
    changeLook: change,
    page,
    pages,
    setPage,
    picture,
    breaks,
    /** The breaks are those of the text as it stands; else they are being counted again. */
    isCurrent: told?.of === view && settled === state.draft,
  };
}

export type Pages = ReturnType<typeof usePages>;
