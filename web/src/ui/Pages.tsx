import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { t } from '../strings';
import { useUrlState } from './useUrlState';

interface PagesProps {
  total: number;
  limit: number;
  offset: number;
  onOffset: (offset: number) => void;
}

/** Back and forth through a list that the API gives in pages. */
export function Pages({ total, limit, offset, onOffset }: PagesProps) {
  if (total <= limit && offset === 0) return null;
  return (
    <Group justify="flex-end" mt="md" gap="xs">
      <Text size="sm" c="dimmed">
        {t.list.showing(Math.min(offset + 1, total), Math.min(offset + limit, total), total)}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t.list.previous}
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - limit))}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t.list.next}
        disabled={offset + limit >= total}
        onClick={() => onOffset(offset + limit)}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** Which page the address asks for: `{ limit, offset }`, as the API takes them. */
export function usePage(limit: number): { limit: number; offset: number } {
  const [url] = useUrlState('offset');
  return { limit, offset: Number(url.offset) || 0 };
}

/** `Pages` whose place is in the address; where the list has become shorter than that, its last page. */
export function UrlPages(props: Omit<PagesProps, 'onOffset'>) {
  const [, setUrl] = useUrlState('offset');
  const { total, limit, offset } = props;
  const go = (next: number) => setUrl({ offset: next ? String(next) : '' });
  const beyond = total > 0 && offset >= total;
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (beyond) latest.current(Math.floor((total - 1) / limit) * limit);
  }, [beyond, total, limit]);
  return <Pages {...props} onOffset={go} />;
}
