import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { client, oneByOne } from '../api';
import { removeWithUndo, showFailures } from '../ui';
import { documentKeys } from './api';
import { t } from './strings';

interface Named {
  id: string;
  title: string;
}

/** Deletes documents when nobody wanted them back; those that had to stay are named with the reason. */
export function useRemoval() {
  const queries = useQueryClient();
  return useCallback(
    (documents: readonly Named[], onUndo?: () => void) => {
      const names = new Map(documents.map(({ id, title }) => [id, title]));
      const ids = [...names.keys()];
      const [first] = documents;
      removeWithUndo({
        ids,
        message:
          documents.length === 1 && first ? t.bulk.deletedOne(first.title) : t.bulk.deleted(ids.length),
        onUndo,
        commit: async () => {
          const { done, failed } = await oneByOne(ids, (document_id) =>
            client.DELETE('/api/v1/documents/{document_id}', { params: { path: { document_id } } }),
          );
          if (failed.length)
            showFailures(t.bulk.notDeleted(failed.length), failed, (id) => names.get(id) ?? '');
          // A page of what is gone must not ask for it again.
          for (const id of done) queries.removeQueries({ queryKey: documentKeys.one(id) });
          await Promise.all(
            [documentKeys.all, ['generations'], ['applications'], ['storage']].map((queryKey) =>
              queries.invalidateQueries({ queryKey }),
            ),
          );
          return failed.map(({ id }) => id);
        },
      });
    },
    [queries],
  );
}
