import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Card, GrowingText, showUndo } from '../../ui';
import { Tool } from '../Bullets';
import { nameOfCustom, without } from '../fields';
import { t } from './strings';
import type { ProfileDraft } from './useProfileDraft';
import classes from '../profiles.module.css';

const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((line) => typeof line === 'string');

/** Facts that fit no field: text, or lists of text, under a name. */
export function CustomFields({ edit }: { edit: ProfileDraft }) {
  const { custom } = edit.draft;
  const [name, setName] = useState('');
  const set = (field: string, value: unknown) =>
    edit.change((draft) => ({ ...draft, custom: { ...draft.custom, [field]: value } }));
  const remove = (field: string) => {
    edit.change((draft) => ({ ...draft, custom: without(draft.custom, field) }));
    showUndo(t.items.removed(nameOfCustom(field)), { undo: () => set(field, custom[field]) });
  };
  return (
    <Card component="section" aria-labelledby="custom">
      <Title order={2} id="custom">
        {t.custom.title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t.custom.text}
      </Text>
      {Object.entries(custom).map(([field, value]) => (
        <Group key={field} gap="xs" align="flex-start" mb="xs" wrap="nowrap">
          {typeof value === 'string' || isLines(value) ? (
            <GrowingText
              flex={1}
              label={nameOfCustom(field)}
              dir="auto"
              minRows={1}
              maxRows={10}
              value={isLines(value) ? value.join('\n') : value}
              onChange={(event) =>
                set(field, isLines(value) ? event.currentTarget.value.split('\n') : event.currentTarget.value)
              }
            />
          ) : (
            <div className={classes.itemHead}>
              <div>
                <Text size="sm" fw={500} dir="auto">
                  {nameOfCustom(field)}
                </Text>
                <Text size="sm" c="dimmed">
                  {t.custom.unreadable}
                </Text>
              </div>
            </div>
          )}
          <Tool name="remove" label={t.custom.remove(nameOfCustom(field))} onClick={() => remove(field)} />
        </Group>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const field = name.trim();
          if (!field) return;
          if (!(field in custom)) set(field, '');
          setName('');
        }}
      >
        <Group gap="xs" align="flex-end">
          <TextInput
            size="xs"
            flex="1 1 12rem"
            label={t.custom.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
            {t.custom.add}
          </Button>
        </Group>
      </form>
    </Card>
  );
}
