import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconTrash } from '@tabler/icons-react';
import type { JobListing } from '../api';
import { t as shared } from '../strings';
import { BulkBar, useBulkChanges, type Selection } from '../ui';
import { deleteJobs, jobKeys, setJobStatuses } from './api';
import { t } from './strings';
import { nameOf } from './words';

/** Archives, brings back or deletes the picked jobs. */
export function BulkActions({ selection, items }: { selection: Selection; items: JobListing[] }) {
  const { move, isMoving, removeAll } = useBulkChanges({
    selection,
    items,
    nameOf,
    setStatuses: setJobStatuses,
    remove: deleteJobs,
    queryKeys: [jobKeys.all, ['applications']],
    words: t.bulk,
  });
  const areArchived = items.every(({ id, status }) => !selection.has(id) || status === 'archived');
  return (
    <BulkBar selection={selection}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={
          areArchived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />
        }
        loading={isMoving}
        onClick={() => move(areArchived ? 'active' : 'archived')}
      >
        {areArchived ? t.detail.unarchive : t.detail.archive}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        c="var(--jw-bad)"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={removeAll}
      >
        {shared.form.delete}
      </Button>
    </BulkBar>
  );
}
