import { Table, Text } from '@mantine/core';
import type { ApplicationStats } from '../../api';
import { day as dayName, monthName } from '../../ui';
import { calendarOf, levelOf, monthsOf } from './activity';
import { Chart } from './Chart';
import { t } from './strings';
import classes from './statistics.module.css';

const WEEKS = 26;

/** Half a year at a glance, a square a day; the same days in a table below. */
export function Activity({ byDay, now }: { byDay: ApplicationStats['by_day']; now: Date }) {
  const weeks = calendarOf(byDay, WEEKS, now);
  const active = weeks.flat().filter(({ count }) => count > 0);
  const most = Math.max(1, ...active.map(({ count }) => count));
  const head = Object.values(t.activity.columns);
  return (
    <Chart
      id="activity"
      title={t.activity.title}
      hint={t.activity.hint}
      none={t.activity.none}
      head={head}
      rows={active.map(({ day, count }) => [day, count])}
    >
      <div className={classes.months} aria-hidden>
        {monthsOf(weeks).map(({ day, span }) => (
          <span key={day} style={{ gridColumn: `span ${span}` }}>
            {span > 1 && monthName(day)}
          </span>
        ))}
      </div>
      <div className={classes.calendar} aria-hidden>
        {weeks.map((week) => (
          <div key={week[0]?.day} className={classes.calendarWeek}>
            {week.map(({ day, count }) => (
              <span
                key={day}
                className={classes.calendarDay}
                data-level={levelOf(count, most)}
                title={t.activity.cell(dayName(day), count)}
              />
            ))}
          </div>
        ))}
      </div>
      <Text size="sm" mt="xs">
        {t.activity.total(
          active.reduce((sum, { count }) => sum + count, 0),
          active.length,
        )}
      </Text>
      <details className={classes.details}>
        <summary>{t.activity.table}</summary>
        <Table maw="24rem">
          <Table.Thead>
            <Table.Tr>
              {head.map((label) => (
                <Table.Th key={label}>{label}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {active.toReversed().map(({ day, count }) => (
              <Table.Tr key={day}>
                <Table.Td>{dayName(day)}</Table.Td>
                <Table.Td>{count}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </Chart>
  );
}
