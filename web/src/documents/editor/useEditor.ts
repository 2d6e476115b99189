import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useUser, type DocumentOut } from '../../api';
import { documentKeys, fetchDocument, updateDocument } from '../api';
import { draftStorage } from './drafts';
import { EditorStore, type EditorState } from './store';

/** A page that is left while it saves goes on saving, and is the same when somebody comes back meanwhile. */
const opened = new Map<string, { store: EditorStore; users: number }>();

function storeOf(document: DocumentOut, userId: string, queries: QueryClient): EditorStore {
  const name = `${userId}:${document.id}`;
  const known = opened.get(name);
  if (known) return known.store;
  const store = new EditorStore(document, {
    save: (content, version) => updateDocument(document.id, { content: { ...content } }, version),
    load: () => fetchDocument(document.id),
    drafts: draftStorage(userId, document.id),
    onSaved: (saved) => {
      queries.setQueryData(documentKeys.one(saved.id), saved);
      void queries.invalidateQueries({ queryKey: documentKeys.lists });
    },
  });
  opened.set(name, { store, users: 0 });
  return store;
}

/** The store of a document that is on the page; it saves what is left when the page goes. */
export function useEditor(document: DocumentOut): [EditorStore, EditorState] {
  const user = useUser();
  const queries = useQueryClient();
  const store = storeOf(document, user.id, queries);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => {
    const name = `${user.id}:${document.id}`;
    const entry = opened.get(name);
    if (entry) entry.users += 1;
    const flush = () => void store.flush();
    window.addEventListener('pagehide', store.keep);
    window.document.addEventListener('visibilitychange', store.keep);
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('pagehide', store.keep);
      window.document.removeEventListener('visibilitychange', store.keep);
      window.removeEventListener('online', flush);
      if (entry) entry.users -= 1;
      void store.flush().finally(() => {
        if (entry?.users === 0) opened.delete(name);
      });
    };
  }, [store, document.id, user.id]);
  // Somebody else, or another tab, saved: without changes of one's own there is nothing to choose.
  useEffect(() => {
    const { document: known, conflict } = store.getState();
    if (document.version_number > known.version_number && !store.isDirty && !conflict) store.adopt(document);
    else if (document.version_number === known.version_number && document !== known) store.describe(document);
  }, [store, document]);
  return [store, state];
}
