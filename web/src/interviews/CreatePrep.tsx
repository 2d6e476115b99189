import { Button, Group, Modal, Select, Stack, TagsInput, Text } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { PageOutJobListing, Profile } from '../api';
import { jobsQuery } from '../jobs/api';
import { profilesQuery } from '../profiles/api';
import { t as shared } from '../strings';
import { FormSummary, Loaded, useForm } from '../ui';
import { useStartPrep } from './api';
import { t } from './strings';

const choicesQuery = jobsQuery({ status: 'active', sort: '-created_at', limit: 100 });

interface CreatePrepProps {
  opened: boolean;
  jobId: string | null;
  onClose: () => void;
}

export function CreatePrep({ opened, jobId, onClose }: CreatePrepProps) {
  const jobs = useQuery({ ...choicesQuery, enabled: opened });
  const profiles = useQuery({ ...profilesQuery, enabled: opened });
  return (
    <Modal
      // Not before there is something to begin at: the focus goes where the dialog opens, once.
      opened={opened && !jobs.isPending && !profiles.isPending}
      onClose={onClose}
      title={t.create.title}
      closeButtonProps={{ 'aria-label': shared.form.close }}
    >
      <Needs jobs={jobs} profiles={profiles} jobId={jobId} />
    </Modal>
  );
}

interface NeedsProps {
  jobs: UseQueryResult<PageOutJobListing>;
  profiles: UseQueryResult<Profile[]>;
  jobId: string | null;
}

function Needs({ jobs, profiles, jobId }: NeedsProps) {
  return (
    <Loaded query={jobs}>
      {({ items }) => (
        <Loaded query={profiles}>
          {(mine) => {
            if (!mine.length)
              return <Missing text={t.create.noProfile} label={t.create.importResume} to="/profile/import" />;
            if (!items.length)
              return <Missing text={t.create.noJobs} label={t.create.addJob} to="/jobs/new" />;
            return <Form jobs={items} profiles={mine} jobId={jobId} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Missing({ text, label, to }: { text: string; label: string; to: string }) {
  return (
    <>
      <Text mb="md">{text}</Text>
      <Button component={Link} to={to} data-autofocus>
        {label}
      </Button>
    </>
  );
}

interface FormProps {
  jobs: PageOutJobListing['items'];
  profiles: Profile[];
  jobId: string | null;
}

function Form({ jobs, profiles, jobId }: FormProps) {
  const navigate = useNavigate();
  const start = useStartPrep();
  const form = useForm({
    initial: {
      job_id: jobs.find(({ id }) => id === jobId)?.id ?? jobs[0]?.id ?? null,
      profile_id: profiles[0]?.id ?? null,
      rounds: [] as string[],
    },
    validate: ({ job_id, profile_id }) => ({
      ...(job_id ? {} : { job_id: t.create.pickJob }),
      ...(profile_id ? {} : { profile_id: t.create.pickProfile }),
    }),
    submit: async ({ job_id, profile_id, rounds }) => {
      if (!job_id || !profile_id) return;
      const { id } = await start.mutateAsync({ job_id, profile_id, rounds });
      await navigate(`/interviews/${id}`);
    },
  });
  const { values, set, problems } = form;
  return (
    <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
      <FormSummary
        form={form}
        labels={{ job_id: t.create.job, profile_id: t.create.profile, rounds: t.create.rounds }}
      />
      <Stack>
        <Select
          id="job_id"
          label={t.create.job}
          searchable
          data-autofocus
          // The dialog begins here: it opens to be read, not with a list over it.
          openOnFocus={false}
          data={jobs.map(({ id, title, company }) => ({
            value: id,
            label: t.nameOf(title ?? '', company ?? '') || t.untitled,
          }))}
          value={values.job_id}
          error={problems.fields['job_id']}
          allowDeselect={false}
          onChange={(value) => set('job_id', value)}
        />
        {profiles.length > 1 && (
          <Select
            id="profile_id"
            label={t.create.profile}
            data={profiles.map(({ id, full_name, headline }) => ({
              value: id,
              label: [full_name, headline].filter(Boolean).join(', ') || t.untitled,
            }))}
            value={values.profile_id}
            error={problems.fields['profile_id']}
            allowDeselect={false}
            onChange={(value) => set('profile_id', value)}
          />
        )}
        <TagsInput
          id="rounds"
          label={t.create.rounds}
          description={t.create.roundsHint}
          placeholder={values.rounds.length ? undefined : t.create.roundsPlaceholder}
          maxTags={10}
          acceptValueOnBlur
          value={values.rounds}
          error={problems.fields['rounds']}
          onChange={(value) => set('rounds', value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.isBusy}>
            {t.create.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
