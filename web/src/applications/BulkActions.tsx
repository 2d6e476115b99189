import { Button, Menu } from '@mantine/core';
import { IconArrowsExchange, IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Application } from '../api';
import { t as shared } from '../strings';
import { BulkBar, useBulkChanges, type Selection } from '../ui';
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
    <BulkBar selection={selection}>
      <Menu position="top-start" keepMounted={false}>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowsExchange size={16} aria-hidden />}
            loading={isMoving}
          >
            {t.board.moveTo}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STATUSES.map((status) => (
            <Menu.Item key={status} onClick={() => move(status)}>
              {t.status[status]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t.exchange.export}
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
