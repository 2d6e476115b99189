import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BoardOut } from '../api';
import { ago, Card, day, Loaded, Pages, Tag } from '../ui';
import { useApplications } from './api';
import { deadlineOf, nameOf, type Status } from './board';
import { MoveMenu } from './MoveMenu';
import { t } from './strings';
import { TONES } from './tones';
import { useMoveCard } from './useMoveCard';
import classes from './applications.module.css';

const PAGE = 25;
const DAY = 86_400_000;

interface ApplicationTableProps {
  filters: { q: string; status: Status | null; dueDays: number | null };
  board: BoardOut;
  offset: number;
  onOffset: (offset: number) => void;
  whenNone: ReactNode;
}

export function ApplicationTable({ filters, board, offset, onOffset, whenNone }: ApplicationTableProps) {
  const moveCard = useMoveCard(board);
  const list = useApplications({
    q: filters.q || undefined,
    status: filters.status ?? undefined,
    due_before: filters.dueDays === null ? undefined : midnightIn(filters.dueDays),
    sort: '-updated_at',
    limit: PAGE,
    offset,
  });
  return (
    <Loaded query={list}>
      {({ items, total }) =>
        total === 0 ? (
          whenNone
        ) : (
          <>
            <Card p={0}>
              <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.columns.job}</Table.Th>
                    <Table.Th>{t.columns.status}</Table.Th>
                    <Table.Th visibleFrom="md">{t.columns.next}</Table.Th>
                    <Table.Th visibleFrom="sm">{t.columns.deadline}</Table.Th>
                    <Table.Th visibleFrom="md">{t.columns.changed}</Table.Th>
                    <Table.Th>{t.columns.move}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((application) => {
                    const deadline = deadlineOf(application);
                    return (
                      <Table.Tr key={application.id}>
                        <Table.Td>
                          <Anchor
                            component={Link}
                            to={`/applications/${application.id}`}
                            className={classes.title}
                            dir="auto"
                          >
                            {application.job?.title || t.untitled}
                          </Anchor>
                          <Text size="sm" c="dimmed" dir="auto">
                            {application.job?.company || t.noCompany}
                          </Text>
                        </Table.Td>
                        <Table.Td>
                          <Tag tone={TONES[application.status]}>{t.status[application.status]}</Tag>
                        </Table.Td>
                        <Table.Td visibleFrom="md" dir="auto">
                          {application.next_action}
                        </Table.Td>
                        <Table.Td visibleFrom="sm">{deadline && day(deadline)}</Table.Td>
                        <Table.Td visibleFrom="md">{ago(application.updated_at)}</Table.Td>
                        <Table.Td>
                          <MoveMenu
                            name={nameOf(application)}
                            status={application.status}
                            onMove={(status) => moveCard(application.id, { status, index: 0 })}
                          />
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            </Card>
            <Pages total={total} limit={PAGE} offset={offset} onOffset={onOffset} />
          </>
        )
      }
    </Loaded>
  );
}

/** A moment that stays the same all day, so that the query does. */
function midnightIn(days: number): string {
  const date = new Date(Date.now() + days * DAY);
  date.setHours(23, 59, 59, 0);
  return date.toISOString();
}
