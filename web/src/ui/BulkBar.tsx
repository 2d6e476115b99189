import { Button, Group, Text, type ButtonProps } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { t } from '../strings';
import { announce } from './announce';
import type { Selection } from './useSelection';
import classes from './ui.module.css';

/** A button of the bar. */
export function BulkButton(props: ButtonProps & { onClick?: () => void }) {
  return <Button variant="default" size="compact-sm" {...props} />;
}

/** What can be done to the picked rows, deleting them at last: in sight while there are any. */
export function BulkBar({
  selection,
  onDelete,
  children,
}: {
  selection: Selection;
  onDelete: () => void;
  children?: ReactNode;
}) {
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
        <BulkButton c="var(--jw-bad)" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
          {t.form.delete}
        </BulkButton>
        <Button variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-sm" onClick={clear}>
          {t.bulk.clear}
        </Button>
      </Group>
    </section>
  );
}
