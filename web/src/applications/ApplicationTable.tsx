import { Anchor, Box, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Application, BoardOut } from '../api';
import {
  ago,
  day,
  daysSince,
  Found,
  ListTable,
  Loaded,
  SelectCell,
  Tag,
  UrlPages,
  useLeft,
  usePage,
  useSelection,
} from '../ui';
import { useApplications, type ApplicationFilters } from './api';
import { deadlineOf, nameOf, sinceOf } from './board';
import { BulkActions } from './BulkActions';
import { MoveMenu } from './MoveMenu';
import { t } from './strings';
import { TONES } from './tones';
import { useMoveCard } from './useMoveCard';
import classes from './applications.module.css';

const PAGE = 25;

interface ApplicationTableProps {
  filters: ApplicationFilters;
  board: BoardOut;
  whenNone: ReactNode;
}

export function ApplicationTable({ filters, board, whenNone }: ApplicationTableProps) {
  const page = usePage(PAGE);
  const list = useApplications({ ...filters, sort: '-updated_at', ...page });
  const leftOf = useLeft();
  return (
    <Loaded query={list}>
      {(data) => {
        const { items, total } = leftOf(data);
        if (total === 0) return whenNone;
        return (
          <>
            <Rows items={items} board={board} words={filters.q ?? ''} />
            <UrlPages total={total} {...page} />
          </>
        );
      }}
    </Loaded>
  );
}

interface RowsProps {
  items: Application[];
  board: BoardOut;
  words: string;
}

function Rows({ items, board, words }: RowsProps) {
  const moveCard = useMoveCard(board);
  const selection = useSelection(items.map(({ id }) => id));
  return (
    <>
      <ListTable
        selection={selection}
        columns={[
          { label: t.columns.job },
          { label: t.columns.status, from: 'sm', isTight: true },
          { label: t.columns.stay, from: 'lg', isTight: true },
          { label: t.columns.next, from: 'md' },
          { label: t.columns.deadline, from: 'sm', isTight: true },
          { label: t.columns.changed, from: 'xl', isTight: true },
          { label: t.columns.move, isTight: true },
        ]}
      >
        {items.map((application) => {
          const { id, job, status, next_action, next_action_at, updated_at } = application;
          const deadline = deadlineOf(application);
          return (
            <Table.Tr key={id} data-selected={selection.has(id) || undefined}>
              <SelectCell selection={selection} id={id} name={nameOf(application)} />
              <Table.Td>
                <Anchor component={Link} to={`/applications/${id}`} className={classes.title} dir="auto">
                  <Found words={words}>{job?.title || t.untitled}</Found>
                </Anchor>
                <Text size="sm" c="dimmed" dir="auto">
                  <Found words={words}>{job?.company || t.noCompany}</Found>
                </Text>
                <Box hiddenFrom="sm" mt={4}>
                  <Tag tone={TONES[status]}>{t.status[status]}</Tag>
                  <Text span size="xs" c="dimmed" ms={6}>
                    {t.board.stay(daysSince(sinceOf(application)))}
                  </Text>
                </Box>
              </Table.Td>
              <Table.Td visibleFrom="sm" data-tight>
                <Tag tone={TONES[status]}>{t.status[status]}</Tag>
              </Table.Td>
              <Table.Td visibleFrom="lg" data-tight title={day(sinceOf(application))}>
                {t.stay(daysSince(sinceOf(application)))}
              </Table.Td>
              <Table.Td visibleFrom="md" dir="auto">
                {next_action && <div className={classes.next}>{next_action}</div>}
                {next_action_at && (
                  <Text size="sm" c="dimmed">
                    {day(next_action_at)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td visibleFrom="sm" data-tight>
                {deadline && day(deadline)}
              </Table.Td>
              <Table.Td visibleFrom="xl" data-tight>
                {ago(updated_at)}
              </Table.Td>
              <Table.Td data-tight>
                <MoveMenu
                  name={nameOf(application)}
                  status={status}
                  onMove={(to) => moveCard(id, { status: to, index: 0 })}
                />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </ListTable>
      <BulkActions selection={selection} items={items} />
    </>
  );
}
