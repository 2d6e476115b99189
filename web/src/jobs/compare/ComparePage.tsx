import { Anchor, Button, Skeleton, Table, Text, Title } from '@mantine/core';
import { IconArrowsDiff, IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Job, QuickAnalysisOut } from '../../api';
import { useActiveProfile } from '../../profiles/api';
import { Card, day, EmptyState, ErrorNotice, Lines, Page, Tag, useUrlState, Waiting } from '../../ui';
import { jobQuery, matchQuery } from '../api';
import { t as words } from '../strings';
import { BAND_TONES, pay } from '../words';
import { sharedWords, type Asked } from './shared';
import { t } from './strings';
import classes from './compare.module.css';

/** Two saved jobs side by side: their facts, how one's profile fits each, and what both ask for. */
export function ComparePage() {
  const [url] = useUrlState('jobs');
  const ids = url.jobs.split(',').filter(Boolean).slice(0, 2);
  if (ids.length < 2)
    return (
      <Page title={t.title} back={{ to: '/jobs', label: words.detail.back }}>
        <EmptyState icon={<IconArrowsDiff />} title={t.none.title} text={t.none.text}>
          <Button component={Link} to="/jobs">
            {t.none.action}
          </Button>
        </EmptyState>
      </Page>
    );
  return <Both key={url.jobs} ids={ids} />;
}

function Both({ ids }: { ids: string[] }) {
  const jobs = useQueries({ queries: ids.map(jobQuery) });
  const profile = useActiveProfile().data;
  const matches = useQueries({
    queries: ids.map((id) =>
      matchQuery(id, profile ? { profile_id: profile.id, candidate_level: 'experienced' } : null),
    ),
  });
  const failed = jobs.find(({ isError }) => isError);
  const [one, other] = jobs.map(({ data }) => data);
  return (
    <Page title={t.title} back={{ to: '/jobs', label: words.detail.back }} lead={t.lead} isWide>
      {failed ? (
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
      ) : one && other ? (
        <Sides
          jobs={[one, other]}
          matches={[matches[0]?.data, matches[1]?.data]}
          hasProfile={profile !== null}
        />
      ) : (
        <Waiting>
          <Lines count={8} />
        </Waiting>
      )}
    </Page>
  );
}

type Two<Of> = [Of, Of];

interface SidesProps {
  jobs: Two<Job>;
  matches: Two<QuickAnalysisOut | undefined>;
  hasProfile: boolean;
}

function Sides({ jobs, matches, hasProfile }: SidesProps) {
  const facts: { label: string; of: (job: Job) => string | false | null | undefined }[] = [
    { label: words.columns.company, of: ({ company }) => company },
    { label: t.rows.location, of: ({ location }) => location },
    { label: words.create.fields.workplace, of: ({ workplace }) => workplace && words.workplaces[workplace] },
    {
      label: words.create.fields.employment_type,
      of: ({ employment_type }) => employment_type && words.employment[employment_type],
    },
    {
      label: words.create.fields.seniority,
      of: ({ seniority }) => seniority && words.seniorities[seniority],
    },
    { label: words.create.fields.salary, of: ({ salary }) => pay(salary) },
    {
      label: words.create.fields.years_experience,
      of: ({ years_experience: years }) => years?.min != null && words.years(years.min, years.max),
    },
    {
      label: words.create.fields.application_deadline,
      of: ({ application_deadline }) => application_deadline && day(application_deadline),
    },
    { label: t.rows.benefits, of: ({ benefits }) => benefits.length > 0 && benefits.join(', ') },
  ];
  const shown = facts.filter(({ of }) => jobs.some((job) => of(job)));
  return (
    <>
      <Card component="section" aria-labelledby="facts" mb="lg">
        <Title order={2} id="facts" mb="xs">
          {t.facts}
        </Title>
        <Table verticalSpacing="xs" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {jobs.map(({ id, title }) => (
                <Table.Th key={id} scope="col">
                  <Anchor component={Link} to={`/jobs/${id}`} dir="auto">
                    {title || words.untitled}
                  </Anchor>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {hasProfile && (
              <Table.Tr>
                <Table.Th scope="row">{words.columns.match}</Table.Th>
                {jobs.map(({ id }, index) => (
                  <Table.Td key={id}>
                    <Score match={matches[index]} />
                  </Table.Td>
                ))}
              </Table.Tr>
            )}
            {shown.map(({ label, of }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                {jobs.map((job) => (
                  <Table.Td key={job.id} dir="auto">
                    {of(job) || (
                      <Text span size="sm" c="dimmed">
                        {t.notNamed}
                      </Text>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
      <Keywords jobs={jobs} matches={matches} />
    </>
  );
}

function Score({ match }: { match: QuickAnalysisOut | undefined }) {
  if (!match) return <Skeleton height={20} width="5.5rem" />;
  return (
    <>
      <Tag tone={BAND_TONES[match.band]}>
        {words.match.short(match.match_score, words.match.bands[match.band])}
      </Tag>{' '}
      <Text span size="sm" c="dimmed">
        {t.ceiling(match.ceiling)}
      </Text>
    </>
  );
}

function Keywords({ jobs, matches }: Pick<SidesProps, 'jobs' | 'matches'>) {
  const { both, ...own } = sharedWords(jobs[0], jobs[1]);
  const status = new Map(
    matches.flatMap((match) => match?.keywords ?? []).map((keyword) => [keyword.keyword, keyword.status]),
  );
  const groups: { title: string; asked: Asked[] }[] = [
    { title: t.both, asked: both },
    { title: t.only(jobs[0].title || words.untitled), asked: own.first },
    { title: t.only(jobs[1].title || words.untitled), asked: own.second },
  ];
  return (
    <div className={classes.groups}>
      {groups.map(({ title, asked }, index) => (
        <Card key={index} component="section" aria-labelledby={`asked-${index}`}>
          <Title order={2} id={`asked-${index}`} mb="xs" dir="auto">
            {title}
          </Title>
          {asked.length === 0 && (
            <Text size="sm" c="dimmed">
              {t.nothing}
            </Text>
          )}
          <ul className={classes.words}>
            {asked.map(({ keyword, isMust }) => (
              <li key={keyword}>
                <span dir="auto">{keyword}</span>
                <Text span size="xs" c="dimmed">
                  {isMust ? words.match.must : words.match.nice}
                </Text>
                <Shown status={status.get(keyword)} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

const LOOKS = {
  shown: { tone: 'good', icon: <IconCheck size={12} aria-hidden /> },
  implied: { tone: 'info', icon: <IconCircleDashed size={12} aria-hidden /> },
  missing: { tone: 'warn', icon: <IconX size={12} aria-hidden /> },
} as const;

/** Whether one's profile shows it; nothing where that is not known. */
function Shown({ status }: { status: keyof typeof LOOKS | undefined }) {
  if (!status) return null;
  return (
    <Tag tone={LOOKS[status].tone} icon={LOOKS[status].icon}>
      {words.match[status]}
    </Tag>
  );
}
