import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, form, read, type Job, type JobIn, type JobListing } from '../api';
import { queryClient } from '../api/query';
import { onceSignedIn } from '../api/session';
import { profilesQuery, useActiveProfile } from '../profiles/api';
import { filtersOf, type JobFilters } from './filters';

export const jobKeys = {
  all: ['jobs'] as const,
  list: (filters: JobFilters) => ['jobs', 'list', filters] as const,
  one: (id: string) => ['jobs', id] as const,
  /** Of one state of the profile with one state of each job: what changes is asked for anew. */
  matches: (profile: string, jobs: string[]) => ['jobs', 'matches', profile, jobs] as const,
  match: (id: string, terms: object) => ['jobs', id, 'match', terms] as const,
};

export const jobsQuery = (filters: JobFilters) => ({
  queryKey: jobKeys.list(filters),
  queryFn: () => read(client.GET('/api/v1/jobs', { params: { query: filters } })),
});

export function useJobs(filters: JobFilters) {
  return useQuery({ ...jobsQuery(filters), placeholderData: keepPreviousData });
}

/** Asks for what the list shows while its code is still on the way. */
export function expectJobs(address: URL): null {
  onceSignedIn(() => {
    void queryClient.prefetchQuery(jobsQuery(filtersOf(address.searchParams)));
    void queryClient.prefetchQuery(profilesQuery);
  });
  return null;
}

export const jobQuery = (id: string) => ({
  queryKey: jobKeys.one(id),
  queryFn: () => read(client.GET('/api/v1/jobs/{job_id}', { params: { path: { job_id: id } } })),
});

export const useJob = (id: string) => useQuery(jobQuery(id));

export type MatchTerms = { profile_id: string; candidate_level: 'experienced' | 'fresher' };

/** The match of a profile with a job, explained; computed at once by the service, nothing is stored. */
export const matchQuery = (jobId: string, terms: MatchTerms | null) => ({
  queryKey: jobKeys.match(jobId, terms ?? {}),
  queryFn: () => read(client.POST('/api/v1/resume/analyze', { body: { job_id: jobId, ...terms } })),
  enabled: terms !== null,
});

export const useMatch = (jobId: string, terms: MatchTerms | null) =>
  useQuery({ ...matchQuery(jobId, terms), placeholderData: keepPreviousData });

/** What is saved of an employer, the newest first; the service takes a whole name in any case. */
export const companyJobsQuery = (company: string) => ({
  queryKey: [...jobKeys.all, 'company', company],
  queryFn: () =>
    read(client.GET('/api/v1/jobs', { params: { query: { company, limit: 50, sort: '-created_at' } } })),
});

/** The active profile's matches with the jobs of one page, by job; `hasProfile` is false where there is none. */
export function useMatches(jobs: JobListing[]) {
  const profile = useActiveProfile();
  const active = profile.data;
  const query = useQuery({
    queryKey: jobKeys.matches(
      active ? `${active.id} ${active.version}` : '',
      jobs.map(({ id, updated_at }) => `${id} ${updated_at}`),
    ),
    queryFn: async () => {
      const body = { job_ids: jobs.map(({ id }) => id), profile_id: active?.id };
      const { items } = await read(client.POST('/api/v1/jobs/matches', { body }));
      return new Map(items.map((item) => [item.job_id, item]));
    },
    enabled: Boolean(active) && jobs.length > 0,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return {
    hasProfile: active !== null && !profile.isError,
    of: (jobId: string) => query.data?.get(jobId),
    isLoading: !query.isError && (query.data === undefined || query.isPlaceholderData),
  };
}

/** Reads a posting without keeping it: from text, an address or a file. */
export function useParse() {
  return useMutation({
    mutationFn: (given: string | File | JobIn): Promise<Job> => {
      if (given instanceof File) return read(client.POST('/api/v1/jobs/parse-file', form({ file: given })));
      const body: JobIn =
        typeof given !== 'string'
          ? given
          : isAddress(given)
            ? { source: 'url', job_url: given.trim() }
            : { source: 'text', raw_text: given };
      return read(client.POST('/api/v1/jobs/parse', { body }));
    },
    meta: { handlesError: true },
  });
}

export const isAddress = (text: string): boolean => /^\s*https?:\/\/\S+\s*$/.test(text);

export function useSaveJob() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: JobIn) => read(client.POST('/api/v1/jobs', { body })),
    meta: { handlesError: true },
    onSuccess: (job) => {
      queries.setQueryData(jobKeys.one(job.id), job);
      void queries.invalidateQueries({ queryKey: ['jobs', 'list'] });
      void queries.invalidateQueries({ queryKey: ['start'] });
    },
  });
}

/** `handlesError` where the form shows what went wrong itself. */
export function useChangeJob(id: string, { handlesError = false } = {}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<JobIn>) =>
      read(client.PATCH('/api/v1/jobs/{job_id}', { params: { path: { job_id: id } }, body })),
    meta: { handlesError },
    onSuccess: (job) => {
      queries.setQueryData(jobKeys.one(id), job);
      void queries.invalidateQueries({ queryKey: ['jobs', 'list'] });
      void queries.invalidateQueries({ queryKey: [...jobKeys.one(id), 'match'] });
    },
  });
}

export const setJobStatuses = (ids: string[], status: Job['status']) =>
  read(client.POST('/api/v1/jobs/bulk/status', { body: { ids, status } }));

export const deleteJobs = (ids: string[]) => read(client.POST('/api/v1/jobs/bulk/delete', { body: { ids } }));

export async function deleteJob(id: string): Promise<void> {
  await client.DELETE('/api/v1/jobs/{job_id}', { params: { path: { job_id: id } } });
}
