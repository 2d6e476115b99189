import { Anchor, Button, Group, Select, Table, Text } from '@mantine/core';
import { IconBriefcase, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { JobListing } from '../api';
import { t as shared } from '../strings';
import {
  ago,
  day,
  EmptyState,
  ListTable,
  Loaded,
  Page,
  SearchBox,
  SelectCell,
  Tag,
  UrlPages,
  usePage,
  useRemoved,
  useSelection,
  useUrlState,
  type Selection,
  type Tone,
} from '../ui';
import { useJobs, type JobFilters } from './api';
import { BulkActions } from './BulkActions';
import { t } from './strings';
import { nameOf } from './words';
import classes from './jobs.module.css';

const PAGE = 25;
const TONES: Record<JobListing['status'], Tone> = {
  active: 'good',
  draft: 'warn',
  archived: 'neutral',
  expired: 'bad',
};

export function JobList() {
  const [url, setUrl] = useUrlState('q', 'status', 'offset');
  const page = usePage(PAGE);
  const jobs = useJobs({
    q: url.q || undefined,
    status: (url.status || undefined) as JobFilters['status'],
    ...page,
  });
  const removed = useRemoved();
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
      lead={jobs.data && t.lead(jobs.data.total - jobs.data.items.filter(({ id }) => removed.has(id)).length)}
      actions={
        <>
          <Button component={Link} to="/jobs/searches" variant="default">
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
        {({ items: all, total: count }) => {
          const items = all.filter(({ id }) => !removed.has(id));
          const total = count - (all.length - items.length);
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
              </Group>
              {total === 0 ? (
                <EmptyState icon={<IconSearch />} title={t.none.title} text={t.none.text}>
                  <Button variant="default" onClick={clear}>
                    {shared.form.clear}
                  </Button>
                </EmptyState>
              ) : (
                <Rows jobs={items} />
              )}
              <UrlPages total={total} {...page} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Rows({ jobs }: { jobs: JobListing[] }) {
  const selection = useSelection(jobs.map(({ id }) => id));
  return (
    <>
      <ListTable
        selection={selection}
        columns={[
          { label: t.columns.job },
          { label: t.columns.location, from: 'sm' },
          { label: t.columns.deadline, from: 'md' },
          { label: t.columns.added, from: 'md' },
          { label: t.columns.status },
        ]}
      >
        {jobs.map((job) => (
          <Row key={job.id} job={job} selection={selection} />
        ))}
      </ListTable>
      <BulkActions selection={selection} items={jobs} />
    </>
  );
}

function Row({ job, selection }: { job: JobListing; selection: Selection }) {
  return (
    <Table.Tr data-selected={selection.has(job.id) || undefined}>
      <SelectCell selection={selection} id={job.id} name={nameOf(job)} />
      <Table.Td>
        <Anchor component={Link} to={`/jobs/${job.id}`} className={classes.rowLink} dir="auto">
          {job.title || t.untitled}
        </Anchor>
        <Text size="sm" c="dimmed" dir="auto">
          {job.company || t.noCompany}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm" dir="auto">
        {job.location}
      </Table.Td>
      <Table.Td visibleFrom="md">{job.application_deadline && day(job.application_deadline)}</Table.Td>
      <Table.Td visibleFrom="md">{ago(job.created_at)}</Table.Td>
      <Table.Td>
        <Tag tone={TONES[job.status]}>{t.status[job.status]}</Tag>
      </Table.Td>
    </Table.Tr>
  );
}
