import { expect, it } from 'vitest';
import type { DocumentVersion } from '../../api';
import { groupVersions } from './groups';

const version = (version_number: number, note: string, created_at: string): DocumentVersion =>
  ({ version_number, note, created_at }) as DocumentVersion;

it('puts the saves of one stretch of work together, and nothing that has a name', () => {
  const groups = groupVersions([
    version(7, 'edited', '2026-11-21T12:40:00Z'),
    version(6, 'edited', '2026-11-21T12:30:00Z'),
    version(5, 'edited', '2026-11-21T12:20:00Z'),
    version(4, 'sent to Acme', '2026-11-21T12:19:00Z'),
    version(3, 'edited', '2026-11-21T12:18:00Z'),
    version(2, 'edited', '2026-11-20T12:18:00Z'),
    version(1, 'generated', '2026-11-20T12:17:00Z'),
  ]);
  expect(
    groups.map(({ latest, earlier }) => [latest.version_number, earlier.map((one) => one.version_number)]),
  ).toEqual([
    [7, [6, 5]],
    [4, []],
    [3, []],
    [2, []],
    [1, []],
  ]);
});
