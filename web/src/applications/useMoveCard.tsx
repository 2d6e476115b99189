import { useQueryClient } from '@tanstack/react-query';
import type { Application, BoardOut } from '../api';
import { announce, showError, showUndo } from '../ui';
import { applicationKeys, useMove } from './api';
import { nameOf, placeOf, type Place } from './board';
import { forgetSent, openSlots, type SentField } from './sent';
import { SentQuestion } from './SentQuestion';
import { t } from './strings';

/**
 * Moves a card on the whole board, tells of it, and offers to take it back. What is moved to `applied` is asked which
 * documents it was sent with, where the job has some and none is named yet.
 */
export function useMoveCard(all: BoardOut) {
  const move = useMove();
  const queries = useQueryClient();
  return (id: string, to: Place) => {
    const from = placeOf(all, id);
    const card = all.columns.flatMap(({ items }) => items).find((item) => item.id === id);
    if (!card || !from || (from.status === to.status && from.index === to.index)) return;
    const name = nameOf(card);
    const isSent = to.status === 'applied' && from.status !== 'applied';
    const message =
      from.status === to.status ? t.board.reordered(name) : t.board.moved(name, t.status[to.status]);
    announce(message);
    const tell = async (application: Application) => {
      // Without the documents there is no question, and the move stands.
      const slots = isSent ? await openSlots(application).catch(() => []) : [];
      const answers = new Map<SentField, string>();
      const end = showUndo(message, {
        undo: () => {
          announce(t.board.cancelled(name));
          move.mutate({ id, to: from });
          if (!answers.size) return;
          forgetSent(id, answers)
            .then(() => queries.invalidateQueries({ queryKey: applicationKeys.all }))
            .catch(showError);
        },
        more: slots.length > 0 && (
          <SentQuestion
            applicationId={id}
            slots={slots}
            onAnswer={(field, documentId) => answers.set(field, documentId)}
            onSkip={() => end()}
          />
        ),
      });
      const asked = slots[0];
      if (asked) announce(`${message}. ${t.sent.ask[asked.field]} ${t.sent.keys}`);
    };
    move.mutate({ id, to }, { onSuccess: (application) => void tell(application) });
  };
}
