import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Application, JobListing } from '../../api';
import { useBoard } from '../../applications/api';
import { isEnded, sinceOf } from '../../applications/board';
import { contactsQuery } from '../../applications/detail';
import { Reach } from '../../applications/Reach';
import { t as applicationWords } from '../../applications/strings';
import { TONES } from '../../applications/tones';
import { ago, Card, daysSince, EmptyState, Facts, Loaded, Page, Tag, useUrlState } from '../../ui';
import { companyJobsQuery } from '../api';
import { t as words } from '../strings';
import { t } from './strings';
import classes from './company.module.css';

/** All one has of an employer: the jobs saved, how the applications stand, and who the people are. */
export function CompanyPage() {
  const [url] = useUrlState('name');
  const jobs = useQuery(companyJobsQuery(url.name));
  const board = useBoard();
  return (
    <Page
      title={url.name || t.title}
      back={{ to: '/jobs', label: words.detail.back }}
      lead={url.name ? t.lead : undefined}
    >
      <Loaded query={jobs}>
        {({ items, total }) => {
          const [first] = items;
          if (!first || !url.name)
            return (
              <EmptyState icon={<IconBuilding />} title={t.none.title} text={t.none.text}>
                <Button component={Link} to="/jobs">
                  {t.none.action}
                </Button>
              </EmptyState>
            );
          const ids = items.map(({ id }) => id);
          return (
            <Loaded query={board}>
              {({ columns }) => {
                const applications = columns
                  .flatMap((column) => column.items)
                  .filter(({ job_id }) => ids.includes(job_id));
                return (
                  <div className={classes.parts}>
                    <Jobs jobs={items} more={total - items.length} applications={applications} />
                    <People applications={applications} />
                  </div>
                );
              }}
            </Loaded>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface JobsProps {
  jobs: JobListing[];
  more: number;
  applications: Application[];
}

function Jobs({ jobs, more, applications }: JobsProps) {
  return (
    <Card component="section" aria-labelledby="jobs">
      <Title order={2} id="jobs" mb="xs">
        {t.jobs}
      </Title>
      <ul className={classes.rows}>
        {jobs.map((job) => (
          <li key={job.id}>
            <Anchor component={Link} to={`/jobs/${job.id}`} fw={600} dir="auto">
              {job.title || words.untitled}
            </Anchor>
            <Text size="sm" c="dimmed">
              <Facts
                of={[
                  job.location,
                  t.saved(ago(job.created_at)),
                  job.status !== 'active' && words.status[job.status],
                ]}
              />
            </Text>
            <Standing application={applications.find(({ job_id }) => job_id === job.id)} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t.more(more)}
        </Text>
      )}
    </Card>
  );
}

function Standing({ application }: { application: Application | undefined }) {
  if (!application)
    return (
      <Text size="sm" c="dimmed">
        {t.notApplied}
      </Text>
    );
  const { id, status, next_action } = application;
  return (
    <Group gap="xs" mt={4}>
      <Tag tone={TONES[status]}>{applicationWords.status[status]}</Tag>
      <Text size="sm" c="dimmed">
        {applicationWords.board.stay(daysSince(sinceOf(application)))}
      </Text>
      <Anchor component={Link} to={`/applications/${id}`} size="sm">
        {t.application}
      </Anchor>
      {next_action && !isEnded(status) && (
        <Text size="sm" dir="auto">
          {applicationWords.board.next(next_action)}
        </Text>
      )}
    </Group>
  );
}

function People({ applications }: { applications: Application[] }) {
  const lists = useQueries({ queries: applications.map(({ id }) => contactsQuery(id)) });
  const people = lists.flatMap(({ data }) => data?.items ?? []);
  if (lists.some(({ isPending }) => isPending)) return null;
  return (
    <Card component="section" aria-labelledby="people">
      <Title order={2} id="people" mb="xs">
        {applicationWords.detail.contacts.title}
      </Title>
      {people.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.nobody}
        </Text>
      )}
      <ul className={classes.rows}>
        {people.map((contact) => (
          <li key={contact.id}>
            <Anchor
              component={Link}
              to={`/applications/${contact.application_id}`}
              fw={600}
              size="sm"
              dir="auto"
            >
              {[contact.name, contact.role].filter(Boolean).join(', ')}
            </Anchor>
            <Reach contact={contact} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
