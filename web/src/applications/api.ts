import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, read, readFile, saveFile, type ApplicationIn, type BoardOut } from '../api';
import { announce } from '../ui';
import { cardBefore, moved, nameOf, placeOf, sharing, type Place, type Status } from './board';
import { t } from './strings';

export interface ApplicationFilters {
  q?: string;
  status?: Status;
  due_before?: string;
  sort?: string;
  limit?: number;
  offset?: number;
}

export const applicationKeys = {
  all: ['applications'] as const,
  board: ['applications', 'board'] as const,
  list: (filters: ApplicationFilters) => ['applications', 'list', filters] as const,
  one: (id: string) => ['applications', id] as const,
  timeline: (id: string) => ['applications', id, 'timeline'] as const,
  contacts: (id: string) => ['applications', id, 'contacts'] as const,
  reminders: (id: string) => ['applications', id, 'reminders'] as const,
};

export function useBoard(enabled = true) {
  return useQuery({
    queryKey: applicationKeys.board,
    queryFn: () => read(client.GET('/api/v1/applications/board')),
    structuralSharing: (before, now) => sharing(before as BoardOut | undefined, now as BoardOut),
    enabled,
  });
}

export const useStats = () =>
  useQuery({
    queryKey: ['applications', 'stats'],
    queryFn: () => read(client.GET('/api/v1/applications/stats')),
  });

export function useApplications(filters: ApplicationFilters) {
  return useQuery({
    queryKey: applicationKeys.list(filters),
    queryFn: () => read(client.GET('/api/v1/applications', { params: { query: filters } })),
    placeholderData: keepPreviousData,
  });
}

export function useAddApplication() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ApplicationIn) => read(client.POST('/api/v1/applications', { body })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: applicationKeys.all }),
  });
}

export const setStatuses = (ids: string[], status: Status) =>
  read(client.POST('/api/v1/applications/bulk/status', { body: { ids, status } }));

export const deleteApplications = (ids: string[]) =>
  read(client.POST('/api/v1/applications/bulk/delete', { body: { ids } }));

/** Hands the applications that match to the browser's downloads, as a table. */
export async function saveCsv(filters: ApplicationFilters & { id?: string[] }): Promise<void> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    for (const one of [value].flat()) if (one !== undefined) parameters.append(name, String(one));
  saveFile(await readFile(`/api/v1/applications/export?${parameters}`));
}

interface Move {
  id: string;
  to: Place;
}

/** Moves a card at once, and back with the reason where the service refuses. */
export function useMove() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: ['applications', 'move'],
    mutationFn: async ({ id, to }: Move) => {
      const board = queries.getQueryData<BoardOut>(applicationKeys.board);
      const after_id = board ? cardBefore(board, id) : null;
      const body = after_id ? { status: to.status, after_id } : { status: to.status, index: 0 };
      return read(
        client.PUT('/api/v1/applications/{application_id}/position', {
          params: { path: { application_id: id } },
          body,
        }),
      );
    },
    onMutate: async ({ id, to }) => {
      await queries.cancelQueries({ queryKey: applicationKeys.board });
      const board = queries.getQueryData<BoardOut>(applicationKeys.board);
      if (board) queries.setQueryData(applicationKeys.board, moved(board, id, to));
      return { id, from: board ? placeOf(board, id) : null };
    },
    onError: (_error, { id }, context) => {
      const board = queries.getQueryData<BoardOut>(applicationKeys.board);
      const card = board?.columns.flatMap(({ items }) => items).find((item) => item.id === id);
      if (board && context?.from) queries.setQueryData(applicationKeys.board, moved(board, id, context.from));
      if (card) announce(t.board.failed(nameOf(card)));
    },
    onSettled: () => {
      // Of several quick moves the last one asks, so that an older answer does not take back a newer move.
      if (queries.isMutating({ mutationKey: ['applications', 'move'] }) === 1)
        void queries.invalidateQueries({ queryKey: applicationKeys.all });
    },
  });
}
