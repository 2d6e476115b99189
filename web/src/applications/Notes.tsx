import { Group, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Application } from '../api';
import { Card, GrowingText, SaveState, useAutosave } from '../ui';
import { applicationKeys } from './api';
import { saveNotes } from './detail';
import { t } from './strings';

const MOST = 20_000;

/** Free text that belongs to the application as a whole; saved by itself. */
export function Notes({ application }: { application: Application }) {
  const queries = useQueryClient();
  const [text, setText] = useState(application.notes);
  const [kept, setKept] = useState(application.notes);
  const pending = useMemo(() => (text === kept ? null : { text }), [text, kept]);
  const save = useMutation({
    mutationFn: (notes: string) => saveNotes(application.id, notes),
    meta: { handlesError: true },
    onSuccess: (changed) => {
      setKept(changed.notes);
      queries.setQueryData(applicationKeys.one(application.id), changed);
      void queries.invalidateQueries({ queryKey: applicationKeys.board });
    },
  });
  const autosave = useAutosave({
    pending,
    save: async () => {
      await save.mutateAsync(text);
    },
  });
  return (
    <Card component="section" aria-labelledby="notes">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="notes">
          {t.detail.notes.title}
        </Title>
        {(pending || autosave.savedAt) && <SaveState autosave={autosave} isDirty={Boolean(pending)} />}
      </Group>
      <GrowingText
        aria-label={t.detail.notes.label}
        dir="auto"
        minRows={3}
        maxRows={16}
        maxLength={MOST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Card>
  );
}
