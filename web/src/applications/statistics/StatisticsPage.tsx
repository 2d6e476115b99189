import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ApplicationStats } from '../../api';
import { lastWeeks } from '../../dashboard/weeks';
import { t as jobWords } from '../../jobs/strings';
import { EmptyState, Loaded, Page, shortDay } from '../../ui';
import { useStats } from '../api';
import { t as words } from '../strings';
import { Activity } from './Activity';
import { BarTable, type BarRow } from './BarTable';
import { Chart } from './Chart';
import { t } from './strings';
import classes from './statistics.module.css';

const WEEKS = 12;
const SOURCES: Record<string, string | undefined> = jobWords.sources;

/** What the history of all applications says: each chart with its figures, and as a file. */
export function StatisticsPage() {
  const stats = useStats();
  // Which week is the last one is settled when the page opens.
  const [now] = useState(() => new Date());
  return (
    <Page title={t.title} back={{ to: '/applications', label: words.detail.back }} lead={t.lead} isWide>
      <Loaded query={stats}>
        {(data) =>
          data.total === 0 ? (
            <EmptyState icon={<IconChartBar />} title={t.never.title} text={t.never.text}>
              <Button component={Link} to="/applications">
                {t.never.action}
              </Button>
            </EmptyState>
          ) : (
            <div className={classes.charts}>
              <Funnel stats={data} />
              <Stay times={data.time_in_status} />
              <Weeks byWeek={data.by_week} now={now} />
              <div className={classes.stack}>
                <Rates chart="source" rates={data.by_source} nameOf={(name) => SOURCES[name] ?? name} />
                <Rates chart="resume" rates={data.by_resume_version} nameOf={(name) => name} />
                <Activity byDay={data.by_day} now={now} />
              </div>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

const shown = (share: number | null): string => (share === null ? t.tooFew : t.percent(share));
const stageName = (stage: string): string => words.status[stage as keyof typeof words.status];

function Funnel({ stats: { funnel, conversion } }: { stats: ApplicationStats }) {
  const shareOf = (stage: string) => conversion.find(({ to_stage }) => to_stage === stage)?.share;
  const head = Object.values(t.funnel.columns);
  return (
    <Chart
      id="funnel"
      title={t.funnel.title}
      none=""
      head={head}
      rows={funnel.map(({ stage, count }) => [stageName(stage), count, shareOf(stage)?.value ?? null])}
    >
      <BarTable
        head={head}
        rows={funnel.map(({ stage, count }): BarRow => {
          const share = shareOf(stage);
          return {
            key: stage,
            name: stageName(stage),
            figures: [count.toLocaleString(), share ? shown(share.value) : ''],
            value: count,
          };
        })}
      />
    </Chart>
  );
}

function Stay({ times }: { times: ApplicationStats['time_in_status'] }) {
  const known = times.filter(({ count }) => count > 0);
  const head = Object.values(t.stay.columns);
  return (
    <Chart
      id="stage-time"
      title={t.stay.title}
      hint={t.stay.hint}
      none={t.stay.none}
      head={head}
      rows={known.map(({ status, count, median_days }) => [stageName(status), count, median_days])}
    >
      <BarTable
        head={head}
        rows={known.map(({ status, count, median_days }) => ({
          key: status,
          name: stageName(status),
          figures: [count.toLocaleString(), median_days === null ? t.tooFew : t.days(median_days)],
          value: median_days ?? 0,
        }))}
      />
    </Chart>
  );
}

function Weeks({ byWeek, now }: { byWeek: ApplicationStats['by_week']; now: Date }) {
  const weeks = byWeek.length ? lastWeeks(byWeek, WEEKS, now) : [];
  const head = Object.values(t.weeks.columns);
  return (
    <Chart
      id="weeks"
      title={t.weeks.title}
      none={t.weeks.none}
      head={head}
      rows={weeks.map(({ monday, sent, answered }) => [monday, sent, answered])}
    >
      <BarTable
        head={head}
        rows={weeks.map(({ monday, sent, answered }) => ({
          key: monday,
          name: shortDay(monday, now),
          figures: [sent.toLocaleString(), answered.toLocaleString()],
          value: sent,
        }))}
      />
    </Chart>
  );
}

interface RatesProps {
  chart: 'source' | 'resume';
  rates: ApplicationStats['by_source'];
  nameOf: (name: string) => string;
}

/** Who answers; the most used first. */
function Rates({ chart, rates, nameOf }: RatesProps) {
  const { title, none, columns } = t[chart];
  const head = Object.values(columns);
  const sorted = rates.toSorted((one, other) => other.share.total - one.share.total);
  return (
    <Chart
      id={`answers-by-${chart}`}
      title={title}
      none={none}
      head={head}
      rows={sorted.map(({ name, share }) => [nameOf(name), share.total, share.count, share.value])}
    >
      <BarTable
        head={head}
        rows={sorted.map(({ name, share }) => ({
          key: name,
          name: nameOf(name),
          figures: [share.total.toLocaleString(), share.count.toLocaleString(), shown(share.value)],
          value: share.count,
        }))}
      />
    </Chart>
  );
}
