import { Button } from '@mantine/core';
import { IconLayoutKanban } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { client, read } from '../api';
import { showMessage } from '../ui';
import { t } from './strings';

/** Puts the job on the board, or leads to where it stands there. */
export function TrackApplication({ jobId }: { jobId: string }) {
  const queries = useQueryClient();
  const application = useQuery({
    queryKey: ['applications', 'of-job', jobId],
    queryFn: async () => {
      const board = await read(client.GET('/api/v1/applications/board'));
      return board.columns.flatMap(({ items }) => items).find((item) => item.job_id === jobId) ?? null;
    },
  });
  const track = useMutation({
    mutationFn: () => read(client.POST('/api/v1/applications', { body: { job_id: jobId } })),
    onSuccess: () => {
      showMessage(t.detail.trackedNow);
      void queries.invalidateQueries({ queryKey: ['applications'] });
    },
  });
  const icon = <IconLayoutKanban size={16} aria-hidden />;
  if (application.data) {
    return (
      <Button
        variant="default"
        leftSection={icon}
        component={Link}
        to={`/applications/${application.data.id}`}
      >
        {t.detail.tracked}
      </Button>
    );
  }
  return (
    <Button
      variant="default"
      leftSection={icon}
      loading={track.isPending}
      disabled={application.isPending}
      onClick={() => track.mutate()}
    >
      {t.detail.apply}
    </Button>
  );
}
