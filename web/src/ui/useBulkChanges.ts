import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { BulkReport } from '../api';
import { removeWithUndo, showFailures, showUndo } from './toast';
import type { Selection } from './useSelection';

interface BulkChanges<Item, Status> {
  selection: Selection;
  /** The page's rows. */
  items: readonly Item[];
  nameOf: (item: Item) => string;
  setStatuses: (ids: string[], status: Status) => Promise<BulkReport>;
  remove: (ids: string[]) => Promise<BulkReport>;
  /** What is asked anew after a change. */
  queryKeys: readonly QueryKey[];
  words: {
    moved: (number: number, status: Status) => string;
    notMoved: (number: number) => string;
    deleted: (number: number) => string;
    notDeleted: (number: number) => string;
  };
}

/**
 * Changes of the picked rows that can be undone: another status, and deletion. What is refused is named with the reason;
 * what could not be moved stays picked.
 */
export function useBulkChanges<Status extends string, Item extends { id: string; status: Status }>({
  selection,
  items,
  nameOf,
  setStatuses,
  remove,
  queryKeys,
  words,
}: BulkChanges<Item, Status>) {
  const queries = useQueryClient();
  const chosen = items.filter(({ id }) => selection.has(id));
  const refresh = () => Promise.all(queryKeys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  const tellOf = (title: (number: number) => string, { failed }: BulkReport, of: readonly Item[]) => {
    const names = new Map(of.map((item) => [item.id, nameOf(item)]));
    if (failed.length) showFailures(title(failed.length), failed, (id) => names.get(id) ?? '');
  };
  const takeBack = useMutation({
    mutationFn: async (before: readonly Item[]) => {
      for (const status of new Set(before.map((item) => item.status))) {
        const ids = before.filter((item) => item.status === status).map(({ id }) => id);
        tellOf(words.notMoved, await setStatuses(ids, status), before);
      }
    },
    onSettled: refresh,
  });
  // The rows are handed on as they were: by the time of the answer the page may show others.
  const moving = useMutation({
    mutationFn: ({ before, to }: { before: readonly Item[]; to: Status }) =>
      setStatuses(
        before.map(({ id }) => id),
        to,
      ),
    onSuccess: (report, { before, to }) => {
      void refresh();
      tellOf(words.notMoved, report, before);
      selection.clear();
      selection.set(report.failed.map(({ id }) => id));
      const done = before.filter(({ id }) => report.done.includes(id));
      if (done.length) showUndo(words.moved(done.length, to), { undo: () => takeBack.mutate(done) });
    },
  });
  const removeAll = () => {
    const ids = chosen.map(({ id }) => id);
    selection.clear();
    removeWithUndo({
      ids,
      message: words.deleted(ids.length),
      commit: async () => {
        const report = await remove(ids);
        tellOf(words.notDeleted, report, chosen);
        await refresh();
        return report.failed.map(({ id }) => id);
      },
    });
  };
  return {
    move: (to: Status) => moving.mutate({ before: chosen, to }),
    isMoving: moving.isPending,
    removeAll,
  };
}
