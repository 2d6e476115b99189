import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { t } from '../strings';

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
