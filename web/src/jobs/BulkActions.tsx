import { IconArchive, IconArchiveOff, IconArrowsDiff } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { JobListing } from '../api';
import { BulkBar, BulkButton, useBulkChanges, type Selection } from '../ui';
import { deleteJobs, jobKeys, setJobStatuses } from './api';
import { t as comparing } from './compare/strings';
import { t } from './strings';
import { nameOf } from './words';

/** Archives, brings back or deletes the picked jobs. */
export function BulkActions({ selection, items }: { selection: Selection; items: JobListing[] }) {
  const navigate = useNavigate();
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
    <BulkBar selection={selection} onDelete={removeAll}>
      {selection.count === 2 && (
        <BulkButton
          leftSection={<IconArrowsDiff size={16} aria-hidden />}
          onClick={() => void navigate(`/jobs/compare?jobs=${selection.ids.join(',')}`)}
        >
          {comparing.action}
        </BulkButton>
      )}
      <BulkButton
        leftSection={
          areArchived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />
        }
        loading={isMoving}
        onClick={() => move(areArchived ? 'active' : 'archived')}
      >
        {areArchived ? t.detail.unarchive : t.detail.archive}
      </BulkButton>
    </BulkBar>
  );
}
