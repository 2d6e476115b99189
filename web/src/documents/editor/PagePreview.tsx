import { ActionIcon, Group, Skeleton, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { ApiError } from '../../api';
import { ErrorNotice } from '../../ui';
import { pagePicture, type Fullness, type PageView } from '../api';
import { toContent } from './content';
import classes from './editor.module.css';
import { Picture } from './Picture';
import type { EditorState, EditorStore } from './store';
import { t } from './strings';
import { LookBar, useLook } from './Templates';

const PAUSE_MILLISECONDS = 500;
const CALM_MILLISECONDS = 1500;

/** How much room is left, as the page is drawn: one page is what most readers want. */
function PageMeter({ of: { pages, percent, lines } }: { of: Fullness }) {
  const isOver = pages > 1;
  return (
    <div className={classes.meter} data-over={isOver || undefined} data-testid="page-meter">
      <div className={classes.meterBar} aria-hidden>
        <div style={{ width: `${percent}%` }} />
      </div>
      <Text size="sm">{isOver ? t.meter.over(pages, lines) : t.meter.full(percent)}</Text>
    </div>
  );
}

/** What the browser prints of this page: the document and nothing else, each of its pages on one of paper. */
function Printed({ title, view }: { title: string; view: Omit<PageView, 'page'> }) {
  // Pages that nobody looks at can wait until the typing has ended.
  const [calm] = useDebouncedValue(view, CALM_MILLISECONDS);
  const first = useQuery({ ...pagePicture({ ...calm, page: 1 }), placeholderData: keepPreviousData });
  const others = useQueries({
    queries: Array.from({ length: (first.data?.pages ?? 1) - 1 }, (_, index) => ({
      ...pagePicture({ ...calm, page: index + 2 }),
      enabled: !first.isPlaceholderData,
      placeholderData: keepPreviousData,
    })),
  });
  return createPortal(
    <div className={classes.printed} aria-hidden>
      {[first, ...others].map(
        ({ data }, index) =>
          data && <Picture key={index} blob={data.blob} alt={t.pageAlt(title, index + 1)} />,
      )}
    </div>,
    document.body,
  );
}

/** The page as it prints, half a second after the last key, with its template and paper. */
export function PagePreview({ store, state }: { store: EditorStore; state: EditorState }) {
  const [wanted, setPage] = useState(1);
  const [settled] = useDebouncedValue(state.draft, PAUSE_MILLISECONDS);
  const content = useMemo(() => toContent(settled), [settled]);
  const { look, change } = useLook(store, state);
  const view = useMemo(() => ({ content, ...look }), [content, look]);
  const [pages, setPages] = useState(1);
  const page = Math.min(wanted, pages);
  const picture = useQuery({
    ...pagePicture({ ...view, page }),
    placeholderData: keepPreviousData,
  });
  // The picture of a page that is no longer there would be refused: the count of the last one tells.
  if (picture.data && !picture.isPlaceholderData && picture.data.pages !== pages)
    setPages(picture.data.pages);
  if (picture.error instanceof ApiError && picture.error.status === 404 && pages > 1) setPages(1);
  return (
    <section aria-labelledby="page" className={classes.preview}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id="page">
          {t.page}
        </Title>
        <Group gap={6}>
          {pages > 1 ? (
            <>
              <ActionIcon
                variant="default"
                aria-label={t.previous}
                disabled={page === 1}
                onClick={() => setPage(page - 1)}
              >
                <IconChevronLeft size={16} aria-hidden />
              </ActionIcon>
              <Text size="sm">{t.pageOf(page, pages)}</Text>
              <ActionIcon
                variant="default"
                aria-label={t.next}
                disabled={page === pages}
                onClick={() => setPage(page + 1)}
              >
                <IconChevronRight size={16} aria-hidden />
              </ActionIcon>
            </>
          ) : null}
        </Group>
      </Group>
      {picture.data && <PageMeter of={picture.data} />}
      <LookBar content={content} look={look} onChange={change} />
      {picture.isError && <ErrorNotice error={picture.error} onRetry={() => void picture.refetch()} />}
      {picture.isPending && <Skeleton className={classes.paper} />}
      {picture.data && (
        <Picture
          className={classes.paper}
          blob={picture.data.blob}
          alt={t.pageAlt(state.document.title, page)}
        />
      )}
      <Printed title={state.document.title} view={view} />
    </section>
  );
}
