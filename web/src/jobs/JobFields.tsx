import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Job, JobIn } from '../api';
import { Tag } from '../ui';
import { t } from './strings';
import { pay } from './words';
import classes from './jobs.module.css';

export type Editable = Pick<
  JobIn,
  'title' | 'company' | 'location' | 'workplace' | 'employment_type' | 'seniority' | 'application_deadline'
>;

/** What a person may know better than the reading of the posting. */
export const editable = (job: Job): Editable => ({
  title: job.title,
  company: job.company,
  location: job.location,
  workplace: job.workplace,
  employment_type: job.employment_type,
  seniority: job.seniority,
  application_deadline: job.application_deadline,
});

interface JobFieldsProps {
  job: Job;
  values: Editable;
  onChange: (values: Editable) => void;
}

/** What was understood of a posting, to be mended; what was read with less confidence is marked. */
export function JobFields({ job, values, onChange }: JobFieldsProps) {
  const set = (name: keyof Editable, value: string | null) => onChange({ ...values, [name]: value || null });
  const label = (name: keyof typeof t.create.fields) => (
    <>
      {t.create.fields[name]}{' '}
      {job.uncertain.includes(name) && (
        <Tag tone="warn" icon={<IconAlertTriangle size={12} aria-hidden />}>
          {t.create.uncertain}
        </Tag>
      )}
      {(name === 'title' || name === 'company') && !job[name] && (
        <Tag tone="warn" icon={<IconAlertTriangle size={12} aria-hidden />}>
          {t.create.missing}
        </Tag>
      )}
    </>
  );
  const choices = (names: Record<string, string>) =>
    Object.entries(names).map(([value, text]) => ({ value, label: text }));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {(['title', 'company', 'location'] as const).map((name) => (
        <TextInput
          key={name}
          id={name}
          dir="auto"
          className={name === 'title' ? classes.whole : undefined}
          label={label(name)}
          value={values[name] ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      ))}
      <Select
        label={label('workplace')}
        data={choices(t.workplaces)}
        value={values.workplace ?? null}
        clearable
        onChange={(value) => set('workplace', value)}
      />
      <Select
        label={label('employment_type')}
        data={choices(t.employment)}
        value={values.employment_type ?? null}
        clearable
        onChange={(value) => set('employment_type', value)}
      />
      <Select
        label={label('seniority')}
        data={choices(t.seniorities)}
        value={values.seniority ?? null}
        clearable
        onChange={(value) => set('seniority', value)}
      />
      <TextInput
        type="date"
        label={label('application_deadline')}
        value={values.application_deadline ?? ''}
        onChange={(event) => set('application_deadline', event.currentTarget.value)}
      />
      {job.salary && <TextInput label={label('salary')} readOnly value={pay(job.salary)} />}
    </SimpleGrid>
  );
}
