import { useQuery } from '@tanstack/react-query';
import { client, read } from '../api';

export const profileKeys = {
  all: ['profiles'] as const,
  list: ['profiles', 'list'] as const,
  one: (id: string) => ['profiles', id] as const,
};

/** All profiles, the active one first; few people have more than two. */
export function useProfiles() {
  return useQuery({
    queryKey: profileKeys.list,
    queryFn: async () => {
      const page = await read(client.GET('/api/v1/profiles', { params: { query: { limit: 100 } } }));
      return page.items.toSorted((a, b) => Number(b.is_active) - Number(a.is_active));
    },
  });
}

/** The active profile; `null` where there is none yet. */
export function useActiveProfile() {
  const profiles = useProfiles();
  return { ...profiles, data: profiles.data && (profiles.data.find(({ is_active }) => is_active) ?? null) };
}
