import { useQuery } from '@tanstack/react-query';
import { client, read } from '../api';

/** How far somebody is on the way to the first tailored documents. */
export function useStart() {
  return useQuery({
    queryKey: ['start'],
    queryFn: async () => {
      const query = { limit: 1 };
      const [profiles, jobs, documents] = await Promise.all([
        read(client.GET('/api/v1/profiles', { params: { query } })),
        read(client.GET('/api/v1/jobs', { params: { query } })),
        read(client.GET('/api/v1/documents', { params: { query } })),
      ]);
      return {
        hasProfile: profiles.total > 0,
        jobId: jobs.items[0]?.id ?? null,
        hasDocument: documents.total > 0,
      };
    },
    staleTime: 0,
  });
}
