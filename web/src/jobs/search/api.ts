import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, read, type SavedSearchIn, type SavedSearchOut } from '../../api';

const keys = {
  sources: ['job-search', 'sources'] as const,
  results: ['job-search', 'results'] as const,
  saved: ['job-search', 'saved'] as const,
  schedule: ['job-search', 'schedule'] as const,
};

const MOST = 50;

export interface Terms {
  q: string;
  location: string;
  remote: boolean | null;
  sources: string[];
}

export const useSources = () =>
  useQuery({ queryKey: keys.sources, queryFn: () => read(client.GET('/api/v1/jobs/sources')) });

/** Asks the boards; `null` asks nobody. */
export const useResults = (terms: Terms | null) =>
  useQuery({
    queryKey: [...keys.results, terms],
    queryFn: () =>
      read(
        client.GET('/api/v1/jobs/search', {
          params: {
            query: {
              q: terms?.q,
              location: terms?.location,
              remote: terms?.remote ?? undefined,
              sources: terms?.sources.join(',') || undefined,
              limit: MOST,
            },
          },
        }),
      ),
    enabled: terms !== null,
    staleTime: 300_000,
  });

export const useSavedSearches = () =>
  useQuery({
    queryKey: keys.saved,
    queryFn: () => read(client.GET('/api/v1/jobs/searches', { params: { query: { limit: 100 } } })),
  });

export const useSchedule = () =>
  useQuery({ queryKey: keys.schedule, queryFn: () => read(client.GET('/api/v1/jobs/searches/schedule')) });

export const useHits = (id: string) =>
  useQuery({
    queryKey: [...keys.saved, id, 'hits'],
    queryFn: () =>
      read(
        client.GET('/api/v1/jobs/searches/{search_id}/hits', {
          params: { path: { search_id: id }, query: { limit: MOST } },
        }),
      ),
  });

const of = (id: string) => ({ params: { path: { search_id: id } } });

export function useSearchChanges() {
  const queries = useQueryClient();
  const reload = () => queries.invalidateQueries({ queryKey: keys.saved });
  return {
    keep: useMutation({
      mutationFn: (body: SavedSearchIn) => read(client.POST('/api/v1/jobs/searches', { body })),
      meta: { handlesError: true },
      onSuccess: reload,
    }),
    change: useMutation({
      mutationFn: ({ id, is_scheduled }: Pick<SavedSearchOut, 'id' | 'is_scheduled'>) =>
        client.PATCH('/api/v1/jobs/searches/{search_id}', { ...of(id), body: { is_scheduled } }),
      onSuccess: reload,
    }),
    run: useMutation({
      mutationFn: (id: string) => read(client.POST('/api/v1/jobs/searches/{search_id}/run', of(id))),
      onSuccess: reload,
    }),
    remove: async (id: string) => {
      await client.DELETE('/api/v1/jobs/searches/{search_id}', of(id));
      await reload();
    },
  };
}
