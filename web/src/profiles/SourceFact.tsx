import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { client, read, type Content } from '../api';
import { careerDate } from '../ui';
import { factOf, type Facts } from './fields';
import { t } from './strings';

/** The profile as it was when the document was verified: its facts may have changed since. */
export function useFactsOf({ profile_id, profile_version }: Content) {
  return useQuery({
    queryKey: ['profiles', profile_id, 'version', profile_version],
    queryFn: async () => {
      const params = { path: { profile_id, version: profile_version } };
      const version = await read(client.GET('/api/v1/profiles/{profile_id}/versions/{version}', { params }));
      return { ...version, id: profile_id };
    },
    enabled: Boolean(profile_id),
    staleTime: Infinity,
  });
}

const isDate = (text: string): boolean => /^\d{4}(-\d\d){0,2}$/.test(text);

/** A fact that a sentence rests on, as an entry of a list, with the way to its place in the profile. */
export function SourceFact({ id, profile }: { id: string; profile: Facts | null }) {
  const fact = profile && factOf(profile, id);
  if (!fact) return <li>{profile ? t.gone : ''}</li>;
  return (
    <li dir="auto">
      {isDate(fact.text) ? careerDate(fact.text) : fact.text}{' '}
      <Anchor component={Link} to={`/profile#${fact.itemId}`} size="xs">
        {fact.where}
      </Anchor>
    </li>
  );
}
