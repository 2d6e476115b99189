import { Anchor, Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBriefcase, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { JobListing } from '../api';
import { t as shared } from '../strings';
import {
  ago,
  Card,
  day,
  EmptyState,
  Loaded,
  Page,
  Pages,
  Tag,
  useRemoved,
  useUrlState,
  type Tone,
} from '../ui';
import { useJobs, type JobFilters } from './api';
import { t } from './strings';
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
  const [typed, setTyped] = useState(url.q);
  const search = useDebouncedCallback((q: string) => setUrl({ q, offset: '' }), 250);
  const jobs = useJobs({
    q: url.q || undefined,
    status: (url.status || undefined) as JobFilters['status'],
    limit: PAGE,
    offset: Number(url.offset) || 0,
  });
  const removed = useRemoved();
  const isFiltered = Boolean(url.q || url.status);
  const clear = () => {
    setTyped('');
    setUrl({ q: '', status: '', offset: '' });
  };
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
        {({ items: all, total: count, limit, offset }) => {
          const items = all.filter(({ id }) => !removed.has(id));
          const total = count - (all.length - items.length);
          return total === 0 && !isFiltered ? (
            <EmptyState icon={<IconBriefcase />} title={t.never.title} text={t.never.text}>
              {add}
            </EmptyState>
          ) : (
            <>
              <Group mb="md" gap="sm">
                <TextInput
                  type="search"
                  aria-label={t.search}
                  placeholder={t.searchPlaceholder}
                  leftSection={<IconSearch size={16} aria-hidden />}
                  value={typed}
                  onChange={(event) => {
                    setTyped(event.currentTarget.value);
                    search(event.currentTarget.value);
                  }}
                  flex="1 1 14rem"
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
                <Card p={0}>
                  <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>{t.columns.job}</Table.Th>
                        <Table.Th visibleFrom="sm">{t.columns.location}</Table.Th>
                        <Table.Th visibleFrom="md">{t.columns.deadline}</Table.Th>
                        <Table.Th visibleFrom="md">{t.columns.added}</Table.Th>
                        <Table.Th>{t.columns.status}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {items.map((job) => (
                        <Row key={job.id} job={job} />
                      ))}
                    </Table.Tbody>
                  </Table>
                </Card>
              )}
              <Pages
                total={total}
                limit={limit}
                offset={offset}
                onOffset={(next) => setUrl({ offset: next ? String(next) : '' })}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Row({ job }: { job: JobListing }) {
  return (
    <Table.Tr>
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
