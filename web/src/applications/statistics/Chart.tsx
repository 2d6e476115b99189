import { Button, Group, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { saveFile } from '../../api';
import { announce, Card } from '../../ui';
import { csvOf, type Cell } from '../../ui/csv';
import { t } from './strings';

interface ChartProps {
  id: string;
  title: string;
  hint?: string;
  /** What is said instead while there is nothing to show. */
  none: string;
  /** The figures, without their head: the file has them, and there are none where it is empty. */
  rows: readonly (readonly Cell[])[];
  head: readonly string[];
  children: ReactNode;
}

/** A chart with its figures as a file, or with the reason why it is empty. */
export function Chart({ id, title, hint, none, rows, head, children }: ChartProps) {
  const filename = `jobwise-${id}.csv`;
  const download = () => {
    saveFile({ blob: new Blob([csvOf([head, ...rows])], { type: 'text/csv;charset=utf-8' }), filename });
    announce(t.saved(filename));
  };
  return (
    <Card component="section" aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="xs">
        <Title order={2} id={id}>
          {title}
        </Title>
        {rows.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            flex="none"
            leftSection={<IconDownload size={14} aria-hidden />}
            aria-label={t.csvLabel(title)}
            onClick={download}
          >
            {t.csv}
          </Button>
        )}
      </Group>
      {rows.length === 0 ? (
        <Text c="dimmed">{none}</Text>
      ) : (
        <>
          {hint && (
            <Text size="sm" c="dimmed" mb="xs">
              {hint}
            </Text>
          )}
          {children}
        </>
      )}
    </Card>
  );
}
