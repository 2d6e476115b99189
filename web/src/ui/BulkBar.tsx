import { Button, Group, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { t } from '../strings';
import { announce } from './announce';
import type { Selection } from './useSelection';
import classes from './ui.module.css';

/** What can be done to the picked rows: in sight while there are any. */
export function BulkBar({ selection, children }: { selection: Selection; children: ReactNode }) {
  const { count, clear } = selection;
  useEffect(() => {
    if (count) announce(t.bulk.selected(count));
  }, [count]);
  if (!count) return null;
  return (
    <section className={classes.bulk} aria-label={t.bulk.label}>
      <Text fw={600} size="sm">
        {t.bulk.selected(count)}
      </Text>
      <Group gap="xs">
        {children}
        <Button variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" onClick={clear}>
          {t.bulk.clear}
        </Button>
      </Group>
    </section>
  );
}
