import { Checkbox, Group, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { t as shared } from '../strings';
import { Card, dateTime, Loaded, Tag, useForm, useRemoved } from '../ui';
import { AddEntry } from './AddEntry';
import { changeOf, momentOf, useChange, useReminders, useRemoval } from './detail';
import { RemoveEntry } from './RemoveEntry';
import { SaveEvent } from './SaveEvent';
import { t } from './strings';
import classes from './applications.module.css';

const words = t.detail.reminders;
const LABELS = { reminder: words.what, remind_at: words.when };

export function Reminders({ applicationId, name }: { applicationId: string; name: string }) {
  const reminders = useReminders(applicationId);
  const change = changeOf(applicationId);
  const setDone = useChange(change.setReminderDone);
  const remove = useRemoval(change.removeReminder);
  const removed = useRemoved();
  const [now] = useState(Date.now);
  return (
    <Card component="section" aria-labelledby="reminders">
      <Title order={2} id="reminders" mb="xs">
        {words.title}
      </Title>
      <Loaded query={reminders}>
        {({ items: all, total }) => {
          const items = all.filter(({ id }) => !removed.has(id));
          return (
            <>
              {items.length === 0 && (
                <Text size="sm" c="dimmed">
                  {words.none}
                </Text>
              )}
              <ul className={classes.plain}>
                {items.map(({ id, title, remind_at, is_done }) => (
                  <li key={id} className={classes.row}>
                    <Checkbox
                      className={classes.entryText}
                      label={title}
                      description={dateTime(remind_at)}
                      checked={is_done}
                      onChange={(event) =>
                        setDone.mutate({ reminder_id: id, is_done: event.currentTarget.checked })
                      }
                    />
                    <Group gap={4} wrap="nowrap">
                      {!is_done && new Date(remind_at).getTime() < now && (
                        <Tag tone="warn">{words.overdue}</Tag>
                      )}
                      {!is_done && (
                        <SaveEvent event={{ id, title: `${title}: ${name}`, start: remind_at, end: null }} />
                      )}
                      <RemoveEntry label={words.remove(title)} onRemove={() => remove(id, words.removed)} />
                    </Group>
                  </li>
                ))}
              </ul>
              <AddReminder key={total} applicationId={applicationId} />
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function AddReminder({ applicationId }: { applicationId: string }) {
  const add = useChange(changeOf(applicationId).addReminder);
  const form = useForm({
    initial: { reminder: '', remind_at: '' },
    validate: ({ reminder, remind_at }) => ({
      reminder: reminder.trim() ? '' : shared.form.required,
      remind_at: remind_at ? '' : shared.form.required,
    }),
    submit: ({ reminder, remind_at }) =>
      add.mutateAsync({ title: reminder.trim(), remind_at: momentOf(remind_at) ?? '' }),
  });
  return (
    <AddEntry title={words.add} form={form} labels={LABELS}>
      <TextInput {...form.field('reminder')} label={words.what} dir="auto" />
      <TextInput {...form.field('remind_at')} label={words.when} type="datetime-local" />
    </AddEntry>
  );
}
