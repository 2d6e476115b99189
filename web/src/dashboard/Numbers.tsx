import { Anchor, Button, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ApplicationStats } from '../api';
import { useStats } from '../applications/api';
import { Bar, Card, Loaded, shortDay } from '../ui';
import { t } from './strings';
import { lastWeeks } from './weeks';
import classes from './dashboard.module.css';

const WEEKS = 8;

/** How many ever reached each stage: bars and their figures in one table. */
export function Funnel() {
  const stats = useStats();
  return (
    <Card component="section" aria-labelledby="funnel">
      <Title order={2} id="funnel" mb="xs">
        {t.funnel.title}
      </Title>
      <Loaded query={stats}>
        {({ funnel, by_status, total, response_rate }) =>
          total === 0 ? (
            <>
              <Text c="dimmed" mb="md">
                {t.funnel.none}
              </Text>
              <Button component={Link} to="/applications?add=1" variant="default">
                {t.funnel.start}
              </Button>
            </>
          ) : (
            <>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.funnel.stage}</Table.Th>
                    <Table.Th ta="right">{t.funnel.now}</Table.Th>
                    <Table.Th ta="right">{t.funnel.reached}</Table.Th>
                    <Table.Td />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {funnel.map(({ stage, count }) => (
                    <Table.Tr key={stage}>
                      <Table.Td>{nameOf(stage)}</Table.Td>
                      <Table.Td ta="right">
                        <Anchor
                          component={Link}
                          to={`/applications?view=list&status=${stage}`}
                          size="sm"
                          aria-label={t.funnel.show(nowAt(by_status, stage), nameOf(stage))}
                        >
                          {nowAt(by_status, stage)}
                        </Anchor>
                      </Table.Td>
                      <Table.Td ta="right">{count}</Table.Td>
                      <Table.Td w="40%">
                        <Bar value={count} most={Math.max(1, ...funnel.map((other) => other.count))} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              {response_rate.total > 0 && (
                <Text size="sm" c="dimmed" mt="sm">
                  {t.funnel.answered(response_rate.count, response_rate.total)}
                </Text>
              )}
              <Text size="sm" mt="sm">
                <Anchor component={Link} to="/applications/statistics" size="sm">
                  {t.funnel.all}
                </Anchor>
              </Text>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

const nameOf = (stage: string): string => t.funnel.stages[stage as keyof typeof t.funnel.stages];

const nowAt = (byStatus: ApplicationStats['by_status'], stage: string): number =>
  byStatus.find((one) => one.stage === stage)?.count ?? 0;

/** What was sent in each of the last weeks, and how much of it was answered. */
export function Weeks() {
  const stats = useStats();
  return (
    <Card component="section" aria-labelledby="weeks">
      <Title order={2} id="weeks" mb="xs">
        {t.weeks.title}
      </Title>
      <Loaded query={stats}>
        {({ by_week }) =>
          by_week.length === 0 ? <Text c="dimmed">{t.weeks.none}</Text> : <WeekTable byWeek={by_week} />
        }
      </Loaded>
    </Card>
  );
}

function WeekTable({ byWeek }: { byWeek: ApplicationStats['by_week'] }) {
  // Which week is the last one is settled when the page opens.
  const [now] = useState(() => new Date());
  const weeks = lastWeeks(byWeek, WEEKS, now);
  const most = Math.max(1, ...weeks.map(({ sent }) => sent));
  const [before, latest] = weeks.slice(-2).map(({ sent }) => sent);
  const change = (latest ?? 0) - (before ?? 0);
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.weeks.week}</Table.Th>
            <Table.Th ta="right">{t.weeks.sent}</Table.Th>
            <Table.Th ta="right">{t.weeks.answered}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.map(({ monday, sent, answered }) => (
            <Table.Tr key={monday}>
              <Table.Td className={classes.week}>{shortDay(monday, now)}</Table.Td>
              <Table.Td ta="right">{sent}</Table.Td>
              <Table.Td ta="right">{answered}</Table.Td>
              <Table.Td w="35%">
                <Bar value={sent} most={most} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="sm">
        {`${t.weeks.thisWeek(latest ?? 0)} ${change === 0 ? t.weeks.same : change > 0 ? t.weeks.more(change) : t.weeks.fewer(-change)}`}
      </Text>
    </>
  );
}
