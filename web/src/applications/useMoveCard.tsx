import type { BoardOut } from '../api';
import { announce } from '../ui';
import { useMove } from './api';
import { nameOf, placeOf, type Place } from './board';
import { t } from './strings';
import { useTellMove } from './useTellMove';

/** Moves a card on the whole board, tells of it, and offers to take it back. */
export function useMoveCard(all: BoardOut) {
  const move = useMove();
  const tell = useTellMove();
  return (id: string, to: Place) => {
    const from = placeOf(all, id);
    const card = all.columns.flatMap(({ items }) => items).find((item) => item.id === id);
    if (!card || !from || (from.status === to.status && from.index === to.index)) return;
    const name = nameOf(card);
    const isSent = to.status === 'applied' && from.status !== 'applied';
    const message =
      from.status === to.status ? t.board.reordered(name) : t.board.moved(name, t.status[to.status]);
    announce(message);
    const undo = () => {
      announce(t.board.cancelled(name));
      return move.mutateAsync({ id, to: from });
    };
    move.mutate(
      { id, to },
      { onSuccess: (application) => void tell({ application, message, isSent, undo }) },
    );
  };
}
