import { Button, FileInput, SegmentedControl, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { PageOutJobListing, Profile } from '../api';
import { useJobs } from '../jobs/api';
import { useProfiles } from '../profiles/api';
import { Card, FormSummary, Loaded, useForm, useUrlState } from '../ui';
import { useStartSession } from './api';
import { t } from './strings';

const READABLE = '.pdf,.docx,.txt,.md,.json';

/** Asks for no more than a resume and a posting, and proposes those that are there. */
export function NewSession() {
  const profiles = useProfiles();
  const jobs = useJobs({ status: 'active', sort: '-created_at', limit: 100 });
  return (
    <Card component="section" aria-labelledby="new-session">
      <Title order={2} id="new-session" mb="xs">
        {t.start.title}
      </Title>
      <Loaded query={profiles}>
        {(mine) => <Loaded query={jobs}>{({ items }) => <Form profiles={mine} jobs={items} />}</Loaded>}
      </Loaded>
    </Card>
  );
}

function Form({ profiles, jobs }: { profiles: Profile[]; jobs: PageOutJobListing['items'] }) {
  const navigate = useNavigate();
  const [url] = useUrlState('job', 'profile');
  const start = useStartSession();
  const known = <Item extends { id: string }>(items: Item[], id: string) =>
    items.find((item) => item.id === id)?.id ?? items[0]?.id ?? null;
  const form = useForm({
    initial: {
      source: profiles.length ? 'profile' : 'file',
      posting: jobs.length ? 'saved' : 'paste',
      profile_id: known(profiles, url.profile),
      job_id: known(jobs, url.job),
      file: null as File | null,
      text: '',
    },
    validate: ({ source, posting, profile_id, job_id, file, text }) => ({
      ...(source === 'profile' && !profile_id ? { profile_id: t.start.pickProfile } : {}),
      ...(source === 'file' && !file ? { file: t.start.pickFile } : {}),
      ...(posting === 'saved' && !job_id ? { job_id: t.start.pickJob } : {}),
      ...(posting === 'paste' && !text.trim() ? { text: t.start.pickText } : {}),
    }),
    submit: async ({ source, posting, profile_id, job_id, file, text }) => {
      const { id } = await start.mutateAsync({
        file: source === 'file' ? file : null,
        profileId: profile_id,
        jobId: posting === 'saved' ? job_id : null,
        posting: text,
      });
      await navigate(`/tailoring/${id}`);
    },
  });
  const { values, set, problems } = form;
  return (
    <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
      <FormSummary
        form={form}
        labels={{
          profile_id: t.start.profile,
          file: t.start.file,
          job_id: t.start.job,
          text: t.start.text,
        }}
      />
      <Stack>
        {profiles.length > 0 && (
          <SegmentedControl
            aria-label={t.start.resume}
            value={values.source}
            onChange={(value) => set('source', value)}
            data={[
              { value: 'profile', label: t.start.fromProfile },
              { value: 'file', label: t.start.fromFile },
            ]}
          />
        )}
        {values.source === 'profile' ? (
          <Select
            id="profile_id"
            label={t.start.profile}
            data={profiles.map(({ id, full_name, headline }) => ({
              value: id,
              label: [full_name, headline].filter(Boolean).join(', ') || t.untitled,
            }))}
            value={values.profile_id}
            allowDeselect={false}
            error={problems.fields['profile_id']}
            onChange={(value) => set('profile_id', value)}
          />
        ) : (
          <FileInput
            id="file"
            label={t.start.file}
            description={t.start.fileHint}
            placeholder={t.start.filePlaceholder}
            accept={READABLE}
            leftSection={<IconFileUpload size={16} aria-hidden />}
            value={values.file}
            error={problems.fields['file']}
            onChange={(file) => set('file', file)}
          />
        )}
        {jobs.length > 0 && (
          <SegmentedControl
            aria-label={t.start.posting}
            value={values.posting}
            onChange={(value) => set('posting', value)}
            data={[
              { value: 'saved', label: t.start.savedJob },
              { value: 'paste', label: t.start.paste },
            ]}
          />
        )}
        {values.posting === 'saved' ? (
          <Select
            id="job_id"
            label={t.start.job}
            searchable
            data={jobs.map(({ id, title, company }) => ({
              value: id,
              label: t.session.for(title ?? '', company ?? '') || t.untitled,
            }))}
            value={values.job_id}
            allowDeselect={false}
            error={problems.fields['job_id']}
            onChange={(value) => set('job_id', value)}
          />
        ) : (
          <Textarea
            {...form.field('text')}
            label={t.start.text}
            description={t.start.textHint}
            dir="auto"
            autosize
            minRows={4}
            maxRows={14}
          />
        )}
        <Text size="sm" c="dimmed">
          {t.start.promise}
        </Text>
        <Button type="submit" loading={form.isBusy}>
          {t.start.submit}
        </Button>
      </Stack>
    </form>
  );
}
