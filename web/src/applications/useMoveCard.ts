import type { BoardOut } from '../api';
import { announce, showUndo } from '../ui';
import { useMove } from './api';
import { nameOf, placeOf, type Place } from './board';
import { t } from './strings';

/** Moves a card on the whole board, tells of it, and offers to take it back. */
export function useMoveCard(all: BoardOut) {
  const move = useMove();
  return (id: string, to: Place) => {
    const from = placeOf(all, id);
    const card = all.columns.flatMap(({ items }) => items).find((item) => item.id === id);
    if (!card || !from || (from.status === to.status && from.index === to.index)) return;
    const name = nameOf(card);
    const message =
      from.status === to.status ? t.board.reordered(name) : t.board.moved(name, t.status[to.status]);
    announce(message);
    move.mutate(
      { id, to },
      {
        onSuccess: () =>
          showUndo(message, {
            undo: () => {
              announce(t.board.cancelled(name));
              move.mutate({ id, to: from });
            },
          }),
      },
    );
  };
}
