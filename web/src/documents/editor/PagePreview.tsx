import { ActionIcon, Group, Skeleton, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import type { DocumentOut } from '../../api';
import { ErrorNotice } from '../../ui';
import { pagePicture, type Fullness, type PageView } from '../api';
import classes from './editor.module.css';
import { linesOver } from './pageStarts';
import { Picture } from './Picture';
import { t } from './strings';
import { LookBar } from './Templates';
import type { Pages } from './usePages';

const CALM_MILLISECONDS = 1500;

/** How much room is left, as the page is drawn; where nobody asked for two, one page is what most readers want. */
function PageMeter({ of: { pages, percent, lines }, wanted }: { of: Fullness; wanted: number }) {
  const isOver = pages > wanted;
  return (
    <div className={classes.meter} data-over={isOver || undefined} data-testid="page-meter">
      <div className={classes.meterBar} aria-hidden>
        <div style={{ width: `${percent}%` }} />
      </div>
      <Text size="sm">
        {isOver ? t.meter.over(pages, linesOver(lines, wanted), wanted) : t.meter.full(pages, percent)}
      </Text>
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
    window.document.body,
  );
}

/** The page as it prints, with its template and paper. */
export function PagePreview({ document, of }: { document: DocumentOut; of: Pages }) {
  const { view, content, look, changeLook, page, pages, setPage, picture } = of;
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
      {picture.data && <PageMeter of={picture.data} wanted={document.parameters.pages === 2 ? 2 : 1} />}
      <LookBar content={content} look={look} onChange={changeLook} />
      {picture.isError && <ErrorNotice error={picture.error} onRetry={() => void picture.refetch()} />}
      {picture.isPending && <Skeleton className={classes.paper} />}
      {picture.data && (
        <Picture className={classes.paper} blob={picture.data.blob} alt={t.pageAlt(document.title, page)} />
      )}
      <Printed title={document.title} view={view} />
    </section>
  );
}
