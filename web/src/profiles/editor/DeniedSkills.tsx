import { Group, Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { announce, showUndo } from '../../ui';
import { useDenial, useDeniedSkills } from '../api';
import { t } from '../strings';
import { focusOn } from './useItems';
import classes from '../profiles.module.css';

interface DeniedSkillsProps {
  profileId: string;
  /** Of the profile: adding a skill to it takes back that it was denied. */
  version: number;
}

/** What was said not to be there, so that nobody asks for it: each can be taken back. */
export function DeniedSkills({ profileId, version }: DeniedSkillsProps) {
  const { data: skills } = useDeniedSkills(profileId, version);
  const { mutate } = useDenial(profileId);
  if (!skills?.length) return null;
  const takeBack = (skill: string) =>
    mutate(
      { skill, denied: false },
      {
        onSuccess: () => {
          focusOn('#skills');
          showUndo(t.gap.takenBack(skill), {
            undo: () => mutate({ skill, denied: true }, { onSuccess: () => announce(t.gap.noted(skill)) }),
          });
        },
      },
    );
  return (
    <section aria-labelledby="denied-skills">
      <Title order={3} size="sm" mt="sm" mb={2} id="denied-skills">
        {t.gap.listTitle}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t.gap.listText}
      </Text>
      <ul className={classes.chips}>
        {skills.map((skill) => (
          <li key={skill}>
            <UnstyledButton
              className={classes.chip}
              aria-label={t.gap.takeBack(skill)}
              onClick={() => takeBack(skill)}
            >
              <Group gap={6} wrap="nowrap">
                <span dir="auto">{skill}</span>
                <IconArrowBackUp size={14} aria-hidden />
              </Group>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
