import type { DocumentVersion } from '../../api';

const TOGETHER_MINUTES = 15;
/** What the service notes for a save without a name. */
const UNNAMED = 'edited';

export interface VersionGroup {
  latest: DocumentVersion;
  /** Saves of the same stretch of work, newest first. */
  earlier: DocumentVersion[];
}

/** Puts saves that followed each other closely together: each pause in the typing makes one. Newest first, as given. */
export function groupVersions(versions: DocumentVersion[]): VersionGroup[] {
  const groups: VersionGroup[] = [];
  for (const version of versions) {
    const group = groups.at(-1);
    const next = group?.earlier.at(-1) ?? group?.latest;
    const minutes = next ? (Date.parse(next.created_at) - Date.parse(version.created_at)) / 60_000 : Infinity;
    if (group && next?.note === UNNAMED && version.note === UNNAMED && minutes < TOGETHER_MINUTES)
      group.earlier.push(version);
    else groups.push({ latest: version, earlier: [] });
  }
  return groups;
}
