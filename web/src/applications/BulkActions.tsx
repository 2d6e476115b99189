import { Menu } from '@mantine/core';
import { IconArrowsExchange, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Application } from '../api';
import { BulkBar, BulkButton, useBulkChanges, type Selection } from '../ui';
import { applicationKeys, deleteApplications, saveCsv, setStatuses } from './api';
import { nameOf, STATUSES } from './board';
import { t } from './strings';

/** Moves, exports or deletes the picked applications. */
export function BulkActions({ selection, items }: { selection: Selection; items: Application[] }) {
  const { move, isMoving, removeAll } = useBulkChanges({
    selection,
    items,
    nameOf,
    setStatuses,
    remove: deleteApplications,
    queryKeys: [applicationKeys.all],
    words: t.bulk,
  });
  const download = useMutation({ mutationFn: () => saveCsv({ id: selection.ids }) });
  return (
    <BulkBar selection={selection} onDelete={removeAll}>
      <Menu position="top-start" keepMounted={false}>
        <Menu.Target>
          <BulkButton leftSection={<IconArrowsExchange size={16} aria-hidden />} loading={isMoving}>
            {t.board.moveTo}
          </BulkButton>
        </Menu.Target>
        <Menu.Dropdown>
          {STATUSES.map((status) => (
            <Menu.Item key={status} onClick={() => move(status)}>
              {t.status[status]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <BulkButton
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t.exchange.export}
      </BulkButton>
    </BulkBar>
  );
}
