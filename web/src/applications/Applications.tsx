import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import {
  IconChartBar,
  IconDownload,
  IconForms,
  IconLayoutKanban,
  IconPlus,
  IconSearch,
  IconUpload,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useShortcuts } from '../shell/shortcuts';
import { t as shared } from '../strings';
import { EmptyState, Loaded, Page, SearchBox, useRemoved, useUrlState } from '../ui';
import { SavedViews } from '../views/SavedViews';
import { AddApplication } from './AddApplication';
import { saveCsv, useBoard } from './api';
import { ApplicationTable } from './ApplicationTable';
import { Board } from './Board';
import { filtered, STATUSES, without, type Status } from './board';
import { MinorButton } from './MinorButton';
import { t } from './strings';
import { useIsNarrow } from './useIsNarrow';

export const DUE_DAYS: Record<string, number> = { week: 7, month: 30 };
const DAY = 86_400_000;
/** What of the address is a view of the applications. */
const VIEW = ['view', 'q', 'status', 'due', 'folded', 'sort'];

/** Everything applied for: as a board or a list, with the same filters. */
export function Applications() {
  const [url, setUrl] = useUrlState('view', 'q', 'status', 'due', 'offset', 'add', 'folded');
  const board = useBoard();
  const removed = useRemoved();
  const isNarrow = useIsNarrow();
  const isList = url.view === 'list';
  const status = STATUSES.find((known) => known === url.status) ?? null;
  const dueDays = DUE_DAYS[url.due] ?? null;
  const filters = {
    q: url.q || undefined,
    status: status ?? undefined,
    due_before: dueDays === null ? undefined : midnightIn(dueDays),
  };
  const download = useMutation({ mutationFn: () => saveCsv(filters) });
  const open = () => setUrl({ add: '1' });
  useShortcuts([{ keys: 'a', label: t.add, run: open, isLocal: true }]);
  const noMatch = (
    <EmptyState icon={<IconSearch />} title={t.none.title} text={t.none.text}>
      <Button variant="default" onClick={() => setUrl({ q: '', status: '', due: '', offset: '' })}>
        {shared.form.clear}
      </Button>
    </EmptyState>
  );
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t.add}
    </Button>
  );
  const all = board.data && without(board.data, removed);
  return (
    <Page
      title={t.title}
      isWide
      lead={all && all.total > 0 && t.lead(all.total)}
      actions={
        <>
          <MinorButton
            to="/applications/import"
            label={t.exchange.import}
            icon={<IconUpload size={16} aria-hidden />}
          />
          {Boolean(all?.total) && (
            <>
              <MinorButton
                to="/applications/answers"
                label={t.exchange.answers}
                icon={<IconForms size={16} aria-hidden />}
              />
              <MinorButton
                to="/applications/statistics"
                label={t.exchange.statistics}
                icon={<IconChartBar size={16} aria-hidden />}
              />
              <MinorButton
                label={t.exchange.export}
                icon={<IconDownload size={16} aria-hidden />}
                loading={download.isPending}
                onClick={() => download.mutate()}
              />
            </>
          )}
          {add}
        </>
      }
    >
      <Loaded query={board}>
        {(given) => {
          const data = without(given, removed);
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
                <SearchBox
                  label={t.search}
                  placeholder={t.searchPlaceholder}
                  value={url.q}
                  onSearch={(q) => setUrl({ q, offset: '' })}
                />
                <Select
                  aria-label={t.filterStatus}
                  placeholder={t.allStatuses}
                  clearable
                  data={STATUSES.map((value) => ({ value, label: t.status[value] }))}
                  value={status}
                  onChange={(value) => setUrl({ status: value ?? '', offset: '' })}
                  w="9.75rem"
                  display={isList || !isNarrow ? undefined : 'none'}
                />
                <Select
                  aria-label={t.filterDue}
                  placeholder={t.anyDeadline}
                  clearable
                  data={Object.entries(t.due).map(([value, label]) => ({ value, label }))}
                  value={url.due in DUE_DAYS ? url.due : null}
                  onChange={(value) => setUrl({ due: value ?? '', offset: '' })}
                  w="9.75rem"
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
                <SavedViews collection="applications" names={VIEW} />
              </Group>
              {isList ? (
                <ApplicationTable filters={filters} board={data} whenNone={noMatch} />
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

/** A moment that stays the same all day, so that the query does. */
function midnightIn(days: number): string {
  const date = new Date(Date.now() + days * DAY);
  date.setHours(23, 59, 59, 0);
  return date.toISOString();
}
