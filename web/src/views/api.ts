import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, read, type SavedView } from '../api';

export type Collection = SavedView['collection'];

/** As many as there can be. */
const MOST = 100;
const KEY = ['saved-views'] as const;

/** The views of a list, by name. */
export const useSavedViews = (collection: Collection) =>
  useQuery({
    queryKey: [...KEY, collection],
    queryFn: () =>
      read(
        client.GET('/api/v1/saved-views', {
          params: { query: { collection, limit: MOST, sort: 'name' } },
        }),
      ),
  });

interface Kept {
  collection: Collection;
  name: string;
  query: string;
  /** The view that is changed; without it there is a new one. */
  id?: string;
}

export function useKeepView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, collection, name, query }: Kept) =>
      read<SavedView>(
        id === undefined
          ? client.POST('/api/v1/saved-views', { body: { collection, name, query } })
          : client.PATCH('/api/v1/saved-views/{saved_view_id}', {
              params: { path: { saved_view_id: id } },
              body: { name, query },
            }),
      ),
    meta: { handlesError: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useDeleteView() {
  const queries = useQueryClient();
  return async (saved_view_id: string) => {
    await read(client.DELETE('/api/v1/saved-views/{saved_view_id}', { params: { path: { saved_view_id } } }));
    await queries.invalidateQueries({ queryKey: KEY });
  };
}
