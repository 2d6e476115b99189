import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Job, JobIn } from '../api';
import { t as shared } from '../strings';
import { ErrorNotice, showMessage } from '../ui';
import { useChangeJob } from './api';
import { editable, JobFields } from './JobFields';
import { t } from './strings';

interface EditJobProps {
  job: Job;
  opened: boolean;
  onClose: () => void;
}

/** Mends what was read wrongly of a saved posting, or its text; a new text is read again for what it asks. */
export function EditJob({ job, opened, onClose }: EditJobProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.edit.title}
      size="lg"
      closeButtonProps={{ 'aria-label': shared.form.close }}
    >
      <EditForm job={job} onClose={onClose} />
    </Modal>
  );
}

function EditForm({ job, onClose }: Omit<EditJobProps, 'opened'>) {
  const before = editable(job);
  const [values, setValues] = useState(before);
  const [text, setText] = useState(job.description);
  const change = useChangeJob(job.id, { handlesError: true });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const changed = Object.entries(values).filter(
      ([name, value]) => value !== before[name as keyof typeof before],
    );
    const body: Partial<JobIn> = Object.fromEntries(changed);
    if (text !== job.description) body.description = text;
    if (Object.keys(body).length === 0) return onClose();
    change.mutate(body, {
      onSuccess: () => {
        showMessage(t.edit.saved);
        onClose();
      },
    });
  };
  return (
    <form onSubmit={submit}>
      {change.isError && <ErrorNotice error={change.error} />}
      <JobFields job={job} values={values} onChange={setValues} />
      <Textarea
        mt="sm"
        label={t.edit.text}
        description={t.edit.textHint}
        dir="auto"
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" color="gray" c="dimmed" onClick={onClose}>
          {shared.form.cancel}
        </Button>
        <Button type="submit" loading={change.isPending} disabled={!text.trim()}>
          {t.edit.save}
        </Button>
      </Group>
    </form>
  );
}
