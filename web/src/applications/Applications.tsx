import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconLayoutKanban, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useShortcuts } from '../shell/shortcuts';
import { t as shared } from '../strings';
import { EmptyState, Loaded, Page, useUrlState } from '../ui';
import { AddApplication } from './AddApplication';
import { useBoard } from './api';
import { ApplicationTable } from './ApplicationTable';
import { Board } from './Board';
import { filtered, STATUSES, type Status } from './board';
import { t } from './strings';

export const DUE_DAYS: Record<string, number> = { week: 7, month: 30 };

/** Everything applied for: as a board or a list, with the same filters. */
export function Applications() {
  const [url, setUrl] = useUrlState('view', 'q', 'status', 'due', 'offset', 'add', 'folded');
  const [typed, setTyped] = useState(url.q);
  const search = useDebouncedCallback((q: string) => setUrl({ q, offset: '' }), 250);
  const board = useBoard();
  const isList = url.view === 'list';
  const status = STATUSES.find((known) => known === url.status) ?? null;
  const dueDays = DUE_DAYS[url.due] ?? null;
  const open = () => setUrl({ add: '1' });
  useShortcuts([{ keys: 'a', label: t.add, run: open, isLocal: true }]);
  const clear = () => {
    setTyped('');
    setUrl({ q: '', status: '', due: '', offset: '' });
  };
  const clearButton = (
    <Button variant="default" onClick={clear}>
      {shared.form.clear}
    </Button>
  );
  const noMatch = (
    <EmptyState icon={<IconSearch />} title={t.none.title} text={t.none.text}>
      {clearButton}
    </EmptyState>
  );
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t.add}
    </Button>
  );
  return (
    <Page title={t.title} isWide lead={board.data && t.lead(board.data.total)} actions={add}>
      <Loaded query={board}>
        {(data) => {
          if (data.total === 0)
            return (
              <EmptyState icon={<IconLayoutKanban />} title={t.never.title} text={t.never.text}>
                {add}
              </EmptyState>
            );
          const shown = filtered(data, { q: url.q, dueDays });
          return (
            <>
              <Group mb="md" gap="sm">
                <TextInput
                  type="search"
                  aria-label={t.search}
                  placeholder={t.searchPlaceholder}
                  leftSection={<IconSearch size={16} aria-hidden />}
                  value={typed}
                  onChange={(event) => {
                    setTyped(event.currentTarget.value);
                    search(event.currentTarget.value);
                  }}
                  flex="1 1 14rem"
                />
                <Select
                  aria-label={t.filterStatus}
                  placeholder={t.allStatuses}
                  clearable
                  data={STATUSES.map((value) => ({ value, label: t.status[value] }))}
                  value={status}
                  onChange={(value) => setUrl({ status: value ?? '', offset: '' })}
                  w="10rem"
                  visibleFrom={isList ? undefined : 'sm'}
                />
                <Select
                  aria-label={t.filterDue}
                  placeholder={t.anyDeadline}
                  clearable
                  data={Object.entries(t.due).map(([value, label]) => ({ value, label }))}
                  value={url.due in DUE_DAYS ? url.due : null}
                  onChange={(value) => setUrl({ due: value ?? '', offset: '' })}
                  w="10rem"
                />
                <SegmentedControl
                  aria-label={t.views.label}
                  value={isList ? 'list' : 'board'}
                  onChange={(value) => setUrl({ view: value === 'list' ? 'list' : '', offset: '' })}
                  data={[
                    { value: 'board', label: t.views.board },
                    { value: 'list', label: t.views.list },
                  ]}
                />
              </Group>
              {isList ? (
                <ApplicationTable
                  filters={{ q: url.q, status, dueDays }}
                  board={data}
                  offset={Number(url.offset) || 0}
                  onOffset={(next) => setUrl({ offset: next ? String(next) : '' })}
                  whenNone={noMatch}
                />
              ) : shown.total === 0 ? (
                noMatch
              ) : (
                <Board
                  board={shown}
                  all={data}
                  only={status}
                  isFiltered={Boolean(url.q || dueDays)}
                  folded={url.folded.split(',') as Status[]}
                  onOnly={(value) => setUrl({ status: value })}
                  onFolded={(value) => setUrl({ folded: value.filter(Boolean).join(',') })}
                />
              )}
            </>
          );
        }}
      </Loaded>
      <AddApplication opened={url.add === '1'} onClose={() => setUrl({ add: '' })} />
    </Page>
  );
}
