import { keepPreviousData, useMutation, useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import { client, read, type KeywordMatch } from '../api';

export const profileKeys = {
  all: ['profiles'] as const,
  list: ['profiles', 'list'] as const,
  one: (id: string) => ['profiles', id] as const,
};

export const profilesQuery = {
  queryKey: profileKeys.list,
  queryFn: async () => {
    const page = await read(client.GET('/api/v1/profiles', { params: { query: { limit: 100 } } }));
    return page.items.toSorted((a, b) => Number(b.is_active) - Number(a.is_active));
  },
};

/** All profiles, the active one first; few people have more than two. */
export const useProfiles = () => useQuery(profilesQuery);

/** The active profile; `null` where there is none yet. */
export function useActiveProfile() {
  const profiles = useProfiles();
  return { ...profiles, data: profiles.data && (profiles.data.find(({ is_active }) => is_active) ?? null) };
}

/** The matches of jobs and documents: what the profile says may change any of them. */
const isMatch = ({ queryKey }: Query): boolean => queryKey[2] === 'match';

/** What the profile's owner said not to have; asked anew for each version of the profile. */
export function useDeniedSkills(profileId: string, version: number) {
  return useQuery({
    queryKey: [...profileKeys.one(profileId), 'denied', version],
    queryFn: async () => {
      const path = { profile_id: profileId };
      const { skills } = await read(
        client.GET('/api/v1/profiles/{profile_id}/denied-skills', { params: { path } }),
      );
      return skills;
    },
    placeholderData: keepPreviousData,
  });
}

/** Says that the profile's owner does not have a skill, or takes that back; open matches show it at once. */
export function useDenial(profileId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ skill, denied }: { skill: string; denied: boolean }) =>
      read(
        client.PATCH('/api/v1/profiles/{profile_id}/denied-skills', {
          params: { path: { profile_id: profileId } },
          body: denied ? { add: [skill] } : { remove: [skill] },
        }),
      ),
    // Denied and undone within a moment: the second word must not overtake the first.
    scope: { id: `denied-skills ${profileId}` },
    onMutate: async ({ skill, denied }) => {
      await queries.cancelQueries({ predicate: isMatch });
      queries.setQueriesData<{ keywords: KeywordMatch[] }>(
        { predicate: isMatch },
        (report) =>
          report && {
            ...report,
            keywords: report.keywords.map((one) => (one.keyword === skill ? { ...one, denied } : one)),
          },
      );
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ predicate: isMatch }),
        queries.invalidateQueries({ queryKey: [...profileKeys.one(profileId), 'denied'] }),
      ]),
  });
}
