import { useQueryClient } from '@tanstack/react-query';
import type { Application } from '../api';
import { announce, showError, showUndo } from '../ui';
import { applicationKeys } from './api';
import { forgetSent, openSlots, type SentField } from './sent';
import { SentQuestion } from './SentQuestion';
import { t } from './strings';

interface ToldMove {
  application: Application;
  message: string;
  /** Whether this was the step to `applied`. */
  isSent: boolean;
  /** Moves it back; a refusal is told by the mutation itself. */
  undo: () => Promise<unknown>;
}

/**
 * Tells of a move and offers to take it back. What was moved to `applied` is asked which documents it was sent with,
 * where the job has some and none is named yet.
 */
export function useTellMove() {
  const queries = useQueryClient();
  return async ({ application, message, isSent, undo }: ToldMove) => {
    const { id } = application;
    // Without the documents there is no question, and the move stands.
    const slots = isSent ? await openSlots(application).catch(() => []) : [];
    const answers = new Map<SentField, string>();
    const forget = async () => {
      if (!answers.size) return;
      await forgetSent(id, answers);
      await queries.invalidateQueries({ queryKey: applicationKeys.all });
    };
    const end = showUndo(message, {
      // One after the other: the move back takes entries of the timeline along that would be looked for in vain.
      undo: () =>
        void undo().then(
          () => forget().catch(showError),
          () => undefined,
        ),
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
    const keys = matchMedia('(pointer: coarse)').matches ? '' : t.sent.keys;
    if (asked) announce(`${message}. ${t.sent.ask[asked.field]} ${keys}`.trim());
  };
}
