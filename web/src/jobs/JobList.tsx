import { Anchor, Button, Group, Select, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconBriefcase, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { JobListing } from '../api';
import { t as shared } from '../strings';
import {
  ago,
  day,
  EmptyState,
  Found,
  endOf,
  ListTable,
  Loaded,
  Page,
  SearchBox,
  SelectCell,
  Tag,
  UrlPages,
  useLeft,
  useSelection,
  useUrlState,
  type Selection,
  type Tone,
} from '../ui';
import { SavedViews } from '../views/SavedViews';
import { useJobs, useMatches } from './api';
import { BulkActions } from './BulkActions';
import { filtersOf } from './filters';
import { t } from './strings';
import { BAND_TONES, nameOf, sourceOf } from './words';
import classes from './jobs.module.css';

const TONES: Record<JobListing['status'], Tone> = {
  active: 'good',
  draft: 'warn',
  archived: 'neutral',
  expired: 'bad',
};

/** What of the address is a view of the list. */
const VIEW = ['q', 'status', 'sort'];

/** As on the board: the last week, in milliseconds. */
const SOON = 7 * 86_400_000;

export function JobList() {
  const [url, setUrl] = useUrlState('q', 'status', 'sort', 'offset');
  const [address] = useSearchParams();
  const filters = filtersOf(address);
  const jobs = useJobs(filters);
  const matches = useMatches(jobs.data?.items ?? []);
  const leftOf = useLeft();
  const isFiltered = Boolean(url.q || url.status);
  const clear = () => setUrl({ q: '', status: '', offset: '' });
  const add = (
    <Button component={Link} to="/jobs/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t.add}
    </Button>
  );
  return (
    <Page
      title={t.title}
      lead={jobs.data && (isFiltered ? t.found : t.lead)(leftOf(jobs.data).total)}
      actions={
        <>
          {/* On phones the page of the search leads there. */}
          <Button component={Link} to="/jobs/searches" variant="default" visibleFrom="sm">
            {t.savedSearches}
          </Button>
          <Button component={Link} to="/jobs/search" variant="default">
            {t.searchBoards}
          </Button>
          {add}
        </>
      }
    >
      <Loaded query={jobs}>
        {(data) => {
          const { items, total } = leftOf(data);
          return total === 0 && !isFiltered ? (
            <EmptyState icon={<IconBriefcase />} title={t.never.title} text={t.never.text}>
              {add}
            </EmptyState>
          ) : (
            <>
              <Group mb="md" gap="sm">
                <SearchBox
                  label={t.search}
                  placeholder={t.searchPlaceholder}
                  value={url.q}
                  onSearch={(q) => setUrl({ q, offset: '' })}
                />
                <Select
                  aria-label={t.filter.status}
                  placeholder={t.filter.all}
                  clearable
                  data={Object.entries(t.status).map(([value, label]) => ({ value, label }))}
                  value={url.status || null}
                  onChange={(status) => setUrl({ status: status ?? '', offset: '' })}
                  w="10rem"
                />
                <SavedViews collection="jobs" names={VIEW} />
              </Group>
              {total === 0 ? (
                <EmptyState icon={<IconSearch />} title={t.none.title} text={t.none.text}>
                  <Button variant="default" onClick={clear}>
                    {shared.form.clear}
                  </Button>
                </EmptyState>
              ) : (
                <Rows
                  jobs={items}
                  matches={matches}
                  words={url.q}
                  sorted={filters.sort}
                  onSort={(sort) => setUrl({ sort, offset: '' })}
                />
              )}
              <UrlPages total={total} limit={filters.limit} offset={filters.offset} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

type Matches = ReturnType<typeof useMatches>;

interface RowsProps {
  jobs: JobListing[];
  matches: Matches;
  words: string;
  sorted: string;
  onSort: (sort: string) => void;
}

function Rows({ jobs, matches, words, sorted, onSort }: RowsProps) {
  const selection = useSelection(jobs.map(({ id }) => id));
  return (
    <>
      <ListTable
        selection={selection}
        sorted={sorted}
        onSort={onSort}
        columns={[
          { label: t.columns.job, sort: 'title' },
          { label: t.columns.company, from: 'lg', sort: 'company' },
          ...(matches.hasProfile ? [{ label: t.columns.match, from: 'sm', isTight: true } as const] : []),
          { label: t.columns.deadline, from: 'sm', sort: 'application_deadline', isTight: true },
          { label: t.columns.source, from: 'xl', isTight: true },
          { label: t.columns.added, from: 'lg', sort: 'created_at', isTight: true },
          { label: t.columns.status, from: 'sm', isTight: true },
        ]}
      >
        {jobs.map((job) => (
          <Row key={job.id} job={job} matches={matches} words={words} selection={selection} />
        ))}
      </ListTable>
      <BulkActions selection={selection} items={jobs} />
    </>
  );
}

interface RowProps {
  job: JobListing;
  matches: Matches;
  words: string;
  selection: Selection;
}

function Row({ job, matches, words, selection }: RowProps) {
  return (
    <Table.Tr data-selected={selection.has(job.id) || undefined}>
      <SelectCell selection={selection} id={job.id} name={nameOf(job)} />
      <Table.Td>
        <Anchor component={Link} to={`/jobs/${job.id}`} className={classes.rowLink} dir="auto">
          <Found words={words}>{job.title || t.untitled}</Found>
        </Anchor>
        <Text size="sm" c="dimmed" dir="auto">
          <Text span inherit hiddenFrom="lg">
            <Found words={words}>{job.company || t.noCompany}</Found>
            {job.location && ', '}
          </Text>
          <Found words={words}>{job.location ?? ''}</Found>
        </Text>
        <Group hiddenFrom="sm" gap="xs" mt={4}>
          {job.status !== 'active' && <Tag tone={TONES[job.status]}>{t.status[job.status]}</Tag>}
          {matches.hasProfile && (
            <Text size="sm" span>
              {t.match.named} <MatchOf job={job} matches={matches} />
            </Text>
          )}
          {job.application_deadline && (
            <Text size="sm" span>
              <Due iso={job.application_deadline} isNamed />
            </Text>
          )}
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="lg" dir="auto">
        <Found words={words}>{job.company || t.noCompany}</Found>
      </Table.Td>
      {matches.hasProfile && (
        <Table.Td visibleFrom="sm" data-tight>
          <MatchOf job={job} matches={matches} />
        </Table.Td>
      )}
      <Table.Td visibleFrom="sm" data-tight>
        <Due iso={job.application_deadline} />
      </Table.Td>
      <Table.Td visibleFrom="xl" data-tight>
        {sourceOf(job.source)}
      </Table.Td>
      <Table.Td visibleFrom="lg" data-tight>
        {ago(job.created_at)}
      </Table.Td>
      <Table.Td visibleFrom="sm" data-tight>
        <Tag tone={TONES[job.status]}>{t.status[job.status]}</Tag>
      </Table.Td>
    </Table.Tr>
  );
}

/** The score and its word; a bar while it is worked out, in words why there is none. */
function MatchOf({ job, matches }: { job: JobListing; matches: Matches }) {
  const match = matches.of(job.id);
  if (match?.match_score != null && match.band)
    return (
      <Tag tone={BAND_TONES[match.band]}>{t.match.short(match.match_score, t.match.bands[match.band])}</Tag>
    );
  if (!match && matches.isLoading)
    return (
      <>
        <VisuallyHidden>{t.match.loading}</VisuallyHidden>
        <Skeleton component="span" display="inline-block" height={20} width="5.5rem" />
      </>
    );
  return (
    <Text size="sm" c="dimmed" span>
      {match ? t.match.none : t.match.unknown}
    </Text>
  );
}

/** The last day to apply, named where no heading does. Past or within a week it stands out; what is past says so. */
function Due({ iso, isNamed = false }: { iso: string | null; isNamed?: boolean }) {
  // What is past is settled when the list opens.
  const [now] = useState(Date.now);
  if (!iso) return null;
  if (endOf(iso) < now) return <Tag tone="bad">{t.passed(day(iso))}</Tag>;
  const text = isNamed ? t.detail.deadline(day(iso)) : day(iso);
  return endOf(iso) < now + SOON ? <Tag tone="warn">{text}</Tag> : text;
}
