import type { SavedSearchOut } from '../../api';
import type { Terms } from './api';
import { t } from './strings';

export interface Address {
  q: string;
  location: string;
  remote: string;
  sources: string;
}

/** What the address asks for; `null` while it asks for nothing. */
export function termsOf({ q, location, remote, sources }: Address): Terms | null {
  if (!q && !location && !sources) return null;
  return {
    q,
    location,
    remote: remote === '' ? null : remote === 'true',
    sources: sources.split(',').filter(Boolean),
  };
}

/** The address of a saved search. */
export function addressOf({ q, location, remote, sources }: SavedSearchOut): string {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (location) query.set('location', location);
  if (remote !== null) query.set('remote', String(remote));
  if (sources.length) query.set('sources', sources.join(','));
  return `/jobs/search?${query}`;
}

/** "python · Berlin · Remote only". */
export function inWords({ q, location, remote, sources, min_match_score }: SavedSearchOut): string {
  const parts = [
    q,
    location,
    remote !== null && t.remotes[`${remote}`],
    sources.join(', '),
    min_match_score !== null && t.searches.from(min_match_score),
  ].filter((part): part is string => Boolean(part));
  return t.searches.terms(parts.length ? parts : [t.searches.all]);
}
