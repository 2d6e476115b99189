import { Anchor, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { TailoringSummaryOut } from '../api';
import { useJobs } from '../jobs/api';
import { ago, Card, Loaded, Page, Tag, UrlPages, usePage, type Tone } from '../ui';
import { useSessions } from './api';
import { NewSession } from './NewSession';
import { t } from './strings';
import classes from './tailoring.module.css';

const PAGE = 20;
const TONES: Record<TailoringSummaryOut['status'], Tone> = {
  pending: 'info',
  scraping: 'info',
  parsing: 'info',
  analyzing: 'info',
  tailoring: 'info',
  waiting_for_input: 'warn',
  completed: 'good',
  stopped: 'neutral',
  failed: 'bad',
};

/** Where a session starts, and those there were. */
export function Sessions() {
  const page = usePage(PAGE);
  const sessions = useSessions(page.limit, page.offset);
  return (
    <Page title={t.title} lead={t.lead}>
      <div className={classes.columns}>
        <NewSession />
        <Card component="section" aria-labelledby="sessions">
          <Title order={2} id="sessions" mb="xs">
            {t.list.title}
          </Title>
          <Loaded query={sessions}>
            {({ items, total }) => (
              <>
                {total === 0 && <Text c="dimmed">{t.list.none}</Text>}
                <List sessions={items} />
                <UrlPages total={total} {...page} />
              </>
            )}
          </Loaded>
        </Card>
      </div>
    </Page>
  );
}

function List({ sessions }: { sessions: TailoringSummaryOut[] }) {
  const jobs = useJobs({ limit: 100 });
  const nameOf = (id: string | null) => {
    const job = jobs.data?.items.find((one) => one.id === id);
    return job ? t.session.for(job.title ?? '', job.company ?? '') : '';
  };
  return (
    <ul className={classes.sessions}>
      {sessions.map((session) => (
        <li key={session.id}>
          <div>
            <Anchor component={Link} to={`/tailoring/${session.id}`} fw={600} dir="auto">
              {nameOf(session.job_id) || t.untitled}
            </Anchor>
            <Text size="sm" c="dimmed">
              {ago(session.updated_at)}
            </Text>
          </div>
          <Tag tone={TONES[session.status]}>{t.status[session.status]}</Tag>
        </li>
      ))}
    </ul>
  );
}
