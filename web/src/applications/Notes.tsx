import { Group, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Application } from '../api';
import { useUser } from '../api/session';
import { unsaved } from '../api/unsaved';
import { Card, GrowingText, SaveState, showMessage, useAutosave } from '../ui';
import { applicationKeys } from './api';
import { fetchApplication, saveNotes } from './detail';
import { NotesConflict } from './NotesConflict';
import { isConflict, isDirty, MOST, NotesDraft } from './notesDraft';
import { t } from './strings';

/** Free text that belongs to the application as a whole; saved by itself, and never over what another window wrote. */
export function Notes({ application }: { application: Application }) {
  const draft = useNotes(application);
  const state = useSyncExternalStore(draft.subscribe, draft.getState);
  const { text } = state;
  const [dirty, conflict] = [isDirty(state), isConflict(state)];
  const pending = useMemo(() => (dirty ? { text } : null), [dirty, text]);
  const autosave = useAutosave({ pending, save: draft.save, isPaused: conflict });
  return (
    <Card component="section" aria-labelledby="notes">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="notes">
          {t.detail.notes.title}
        </Title>
        {(dirty || autosave.savedAt) && (
          <SaveState autosave={autosave} isDirty={dirty} held={conflict ? t.detail.notes.held : null} />
        )}
      </Group>
      <GrowingText
        aria-label={t.detail.notes.label}
        dir="auto"
        minRows={3}
        maxRows={16}
        maxLength={MOST}
        value={text}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      {conflict && <NotesConflict draft={draft} state={state} />}
    </Card>
  );
}

function useNotes(application: Application): NotesDraft {
  const { id } = application;
  const user = useUser();
  const queries = useQueryClient();
  const [draft] = useState(() => {
    const publish = (seen: Application) => queries.setQueryData(applicationKeys.one(id), seen);
    return new NotesDraft(application, {
      kept: unsaved(`notes-${user.id}-${id}`),
      save: async (text, version) => {
        const saved = await saveNotes(id, text, version);
        publish(saved);
        void queries.invalidateQueries({ queryKey: applicationKeys.board });
        return saved;
      },
      load: async () => {
        const seen = await fetchApplication(id);
        publish(seen);
        return seen;
      },
    });
  });
  useEffect(() => draft.meet(application), [draft, application]);
  useEffect(() => {
    // A window beside this one keeps its text under the same name, and takes it away when it is saved.
    const keepOn = ({ newValue }: StorageEvent) => newValue === null && draft.keep();
    window.addEventListener('storage', keepOn);
    return () => window.removeEventListener('storage', keepOn);
  }, [draft]);
  useEffect(() => {
    if (draft.wasRestored) showMessage(t.detail.notes.restored);
  }, [draft]);
  return draft;
}
