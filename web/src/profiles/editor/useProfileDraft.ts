import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiError, client, read, type Profile } from '../../api';
import { unsaved } from '../../api/unsaved';
import { announce, showMessage, showUndo, useAutosave } from '../../ui';
import { profileKeys } from '../api';
import { baseAfter, changesOf, draftOf, givenIds, problemsOf, withIds, type Draft } from './draft';
import { merged, resolved, type Conflict, type Side } from './merge';
import { t } from './strings';

/** What is edited, what the service holds as far as is known, and where the two sides collide. */
interface State {
  version: number;
  base: Draft;
  draft: Draft;
  conflicts: Conflict[];
}

type Kept = Pick<State, 'base' | 'draft'>;

const keptOf = (id: string) => unsaved<Kept>(`profile-${id}`);
const path = (id: string) => ({ profile_id: id });

/** What the service has, with what this browser has not handed over yet. */
function stateOf(profile: Profile, { base, draft }: Kept): State {
  const theirs = draftOf(profile);
  return { version: profile.version, base: theirs, ...merged(base, draft, theirs) };
}

function firstState(profile: Profile): State {
  const theirs = draftOf(profile);
  return stateOf(profile, keptOf(profile.id).read() ?? { base: theirs, draft: theirs });
}

/** A profile under edit: saved by itself, merged with what changed elsewhere, nothing dropped. */
export function useProfileDraft(profile: Profile) {
  const queries = useQueryClient();
  const { id } = profile;
  const [state, setState] = useState(() => firstState(profile));
  const [wasRestored] = useState(() => changesOf(state.base, state.draft) !== null);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  // Another tab, or the chat, made a newer version.
  if (profile.version > state.version) setState(stateOf(profile, state));

  const changes = useMemo(() => changesOf(state.base, state.draft), [state]);
  const problems = useMemo(() => problemsOf(state.draft), [state.draft]);
  const isDirty = changes !== null || Object.keys(problems).length > 0;

  const kept = useMemo(() => keptOf(id), [id]);
  useEffect(() => {
    if (isDirty) kept.write({ base: state.base, draft: state.draft });
    else kept.clear();
  }, [kept, isDirty, state]);
  useEffect(() => {
    if (wasRestored) showMessage(t.restored);
  }, [wasRestored]);

  const publish = (saved: Profile) => {
    queries.setQueryData<Profile[]>(profileKeys.list, (list) =>
      list?.map((one) => (one.id === saved.id ? saved : one)),
    );
    void queries.invalidateQueries({
      queryKey: ['jobs'],
      predicate: ({ queryKey }) => queryKey[2] === 'match',
    });
  };

  const save = async () => {
    const { draft, base, version } = latest.current;
    const sent = changesOf(base, draft);
    if (!sent) return;
    try {
      const saved = await read(
        client.PATCH('/api/v1/profiles/{profile_id}', {
          params: { path: path(id), header: { 'if-match': `"${version}"` } },
          body: sent,
        }),
      );
      const ids = givenIds(draft, sent, saved);
      setState((current) => ({
        ...current,
        version: saved.version,
        base: withIds(baseAfter(base, draft, sent), ids),
        draft: withIds(current.draft, ids),
      }));
      publish(saved);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 412)) throw error;
      const theirs = await read(client.GET('/api/v1/profiles/{profile_id}', { params: { path: path(id) } }));
      setState((current) => {
        const next = stateOf(theirs, current);
        announce(next.conflicts.length ? t.conflict.title(next.conflicts.length) : t.conflict.merged);
        return next;
      });
    }
  };
  const autosave = useAutosave({ pending: changes, save, isPaused: state.conflicts.length > 0 });

  const change = (edit: (draft: Draft) => Draft) =>
    setState((current) => ({ ...current, draft: edit(current.draft) }));

  const restore = useMutation({
    mutationFn: (version: number) =>
      read(
        client.POST('/api/v1/profiles/{profile_id}/versions/{version}/restore', {
          params: { path: { ...path(id), version }, header: { 'if-match': `"${state.version}"` } },
        }),
      ),
    onSuccess: (saved, version) => {
      const before = saved.version - 1;
      setState(stateOf(saved, { base: draftOf(saved), draft: draftOf(saved) }));
      publish(saved);
      showUndo(t.history.restored(version), { undo: () => restore.mutate(before) });
    },
  });

  return {
    ...state,
    problems,
    isDirty,
    autosave,
    change,
    restore,
    /** Takes one side of a collision. */
    choose: (conflict: Conflict, side: Side) =>
      setState((current) => ({ ...current, draft: resolved(current.draft, conflict, side) })),
    /** What is in the fields now is meant. */
    settle: () => setState((current) => ({ ...current, conflicts: [] })),
  };
}

export type ProfileDraft = ReturnType<typeof useProfileDraft>;
