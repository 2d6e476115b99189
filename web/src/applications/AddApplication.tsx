import { Button, Group, Modal, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useJobs } from '../jobs/api';
import { nameOf } from '../jobs/words';
import { Loaded, showMessage } from '../ui';
import { useAddApplication, useBoard } from './api';
import { STATUSES, type Status } from './board';
import { t } from './strings';

const MOST = 100;

/** Puts a saved job on the board. */
export function AddApplication({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.create.title}
      closeButtonProps={{ 'aria-label': t.create.close }}
    >
      <Form onClose={onClose} />
    </Modal>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const jobs = useJobs({ status: 'active', sort: '-created_at', limit: MOST });
  const board = useBoard();
  const add = useAddApplication();
  const [jobId, setJobId] = useState<string | null>(null);
  const [status, setStatus] = useState<Status>('interested');
  const [isMissing, setMissing] = useState(false);
  const taken = new Set(board.data?.columns.flatMap(({ items }) => items.map(({ job_id }) => job_id)));
  return (
    <Loaded query={jobs}>
      {({ items }) => {
        const free = items.filter(({ id }) => !taken.has(id));
        const choices = free.map((job) => ({ value: job.id, label: nameOf(job) }));
        const newJob = (
          <Button component={Link} to="/jobs/new" variant="default">
            {t.create.newJob}
          </Button>
        );
        if (!choices.length)
          return (
            <>
              <Text mb="md">{t.create.noJobs}</Text>
              {newJob}
            </>
          );
        const submit = (event: React.FormEvent) => {
          event.preventDefault();
          if (!jobId) {
            setMissing(true);
            return;
          }
          add.mutate(
            { job_id: jobId, status },
            {
              onSuccess: () => {
                showMessage(t.create.added(choices.find(({ value }) => value === jobId)?.label ?? ''));
                onClose();
              },
            },
          );
        };
        return (
          <form onSubmit={submit} noValidate>
            <Select
              label={t.create.job}
              placeholder={t.create.pick}
              description={t.create.jobHint}
              searchable
              data-autofocus
              data={choices}
              value={jobId}
              error={isMissing && !jobId && t.create.pick}
              onChange={setJobId}
              mb="md"
            />
            <Select
              label={t.create.status}
              data={STATUSES.map((value) => ({ value, label: t.status[value] }))}
              value={status}
              allowDeselect={false}
              onChange={(value) => setStatus(value as Status)}
              mb="lg"
            />
            <Group justify="space-between">
              {newJob}
              <Button type="submit" loading={add.isPending}>
                {t.create.submit}
              </Button>
            </Group>
          </form>
        );
      }}
    </Loaded>
  );
}
