import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { announce, showUndo } from '../ui';
import { useDenial } from './api';
import { t } from './strings';

interface GapProps {
  /** What a posting asks for and the profile does not show. */
  skill: string;
  isDenied: boolean;
  profileId: string;
  jobId: string;
}

/** Have it? Tell us. Do not have it? Then nobody asks for it or suggests it again, until that is taken back. */
export function Gap({ skill, isDenied, profileId, jobId }: GapProps) {
  const { mutate } = useDenial(profileId);
  const takeBack = () =>
    mutate({ skill, denied: false }, { onSuccess: () => announce(t.gap.takenBack(skill)) });
  const deny = () =>
    mutate({ skill, denied: true }, { onSuccess: () => showUndo(t.gap.noted(skill), { undo: takeBack }) });
  return (
    <Group gap="0 0.75rem" align="baseline">
      {isDenied ? (
        <Text size="sm" c="dimmed">
          {t.gap.denied}
        </Text>
      ) : (
        <Anchor component={Link} size="sm" mih={24} to={`/tailoring?job=${jobId}&profile=${profileId}`}>
          {t.gap.haveIt}
        </Anchor>
      )}
      {/* One button in both states, so that the focus stays where it was. */}
      <Anchor
        component="button"
        type="button"
        size="sm"
        mih={24}
        onClick={isDenied ? takeBack : deny}
        aria-label={isDenied ? t.gap.changeOf(skill) : t.gap.denyOf(skill)}
      >
        {isDenied ? t.gap.change : t.gap.deny}
      </Anchor>
    </Group>
  );
}
