import { Anchor, Button, Progress, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { ApplicationStats } from '../api';
import { Card, Loaded } from '../ui';
import { useStats } from './api';
import { t } from './strings';

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
        {({ funnel, total, response_rate }) =>
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
                    <Table.Th ta="right">{t.funnel.reached}</Table.Th>
                    <Table.Td />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {funnel.map(({ stage, count }) => (
                    <Table.Tr key={stage}>
                      <Table.Td>
                        <Anchor component={Link} to={`/applications?view=list&status=${stage}`} size="sm">
                          {t.funnel.stages[stage as keyof typeof t.funnel.stages]}
                        </Anchor>
                      </Table.Td>
                      <Table.Td ta="right">{count}</Table.Td>
                      <Table.Td w="50%">
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
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

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
          by_week.length === 0 ? (
            <Text c="dimmed">{t.weeks.none}</Text>
          ) : (
            <WeekTable weeks={by_week.slice(-WEEKS)} />
          )
        }
      </Loaded>
    </Card>
  );
}

function WeekTable({ weeks }: { weeks: ApplicationStats['by_week'] }) {
  const most = Math.max(1, ...weeks.map(({ share }) => share.total));
  return (
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
        {weeks.map(({ name, share }) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{share.total}</Table.Td>
            <Table.Td ta="right">{share.count}</Table.Td>
            <Table.Td w="35%">
              <Bar value={share.total} most={most} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The figure beside it says the same, so the bar is for the eye alone. */
function Bar({ value, most }: { value: number; most: number }) {
  return (
    <div aria-hidden>
      <Progress.Root size="lg">
        <Progress.Section value={(value / most) * 100} withAria={false} />
      </Progress.Root>
    </div>
  );
}
