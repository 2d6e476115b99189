import { Alert, Button, SegmentedControl, SimpleGrid, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { canJoin, type Conflict, type Side } from './merge';
import { asText, nameOfField } from './names';
import { t } from './strings';
import type { ProfileDraft } from './useProfileDraft';
import classes from '../profiles.module.css';

const idOf = ({ component, key, name }: Conflict): string => `${component}.${key}.${name}`;

/** Both sides of every field that was changed twice, and a choice for each. */
export function ConflictPanel({ edit }: { edit: ProfileDraft }) {
  const [sides, setSides] = useState<Record<string, Side>>({});
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="outline"
      icon={<IconArrowsSplit2 aria-hidden />}
      title={t.conflict.title(edit.conflicts.length)}
    >
      <Text size="sm">{t.conflict.text}</Text>
      <ul className={classes.plain}>
        {edit.conflicts.map((conflict) => {
          const id = idOf(conflict);
          const field = nameOfField(edit.draft, conflict);
          const choices: Side[] = canJoin(conflict) ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
          return (
            <li key={id}>
              <Text size="sm" fw={600} mb={4} dir="auto">
                {field}
              </Text>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
                {(['mine', 'theirs'] as const).map((side) => (
                  <div key={side}>
                    <Text size="xs" c="dimmed">
                      {t.conflict[side]}
                    </Text>
                    <div className={classes.choice} dir="auto">
                      {asText(conflict.name, conflict[side]) || t.conflict.empty}
                    </div>
                  </div>
                ))}
              </SimpleGrid>
              <SegmentedControl
                mt="xs"
                size="xs"
                aria-label={t.conflict.choice(field)}
                value={sides[id] ?? 'mine'}
                onChange={(value) => {
                  setSides((current) => ({ ...current, [id]: value }));
                  edit.choose(conflict, value);
                }}
                data={choices.map((side) => ({ value: side, label: t.conflict.sides[side] }))}
              />
            </li>
          );
        })}
      </ul>
      <Button size="compact-sm" mt="sm" onClick={edit.settle}>
        {t.conflict.save}
      </Button>
    </Alert>
  );
}
