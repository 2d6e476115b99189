import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

/** Takes an entry out of a list beside it. */
export function RemoveEntry({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" c="dimmed" size={28} aria-label={label} onClick={onRemove}>
      <IconTrash size={15} aria-hidden />
    </ActionIcon>
  );
}
