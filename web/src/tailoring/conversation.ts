import type { Content, QuestionOut, SentenceChange, TailoringMessageOut, TailoringOut } from '../api';

export type Session = TailoringOut;
export type Status = Session['status'];

/** A message as the line carries it: its data beside its number and kind. */
export interface Frame {
  seq: number;
  type: TailoringMessageOut['type'];
  [name: string]: unknown;
}

/** One change of the shown version with the ids of the facts behind it. */
export type Change = SentenceChange & { index: number; source_ids: string[] };

export interface Update {
  seq: number;
  documentId: string;
  version: number;
  content: Content;
  changes: Change[];
}

const ENDED: readonly Status[] = ['stopped', 'failed'];

/** The session takes nothing more. */
export const isEnded = ({ status }: Pick<Session, 'status'>): boolean => ENDED.includes(status);

/** The service is at work; nothing is awaited from the person. */
export const isWorking = ({ status }: Pick<Session, 'status'>): boolean =>
  !ENDED.includes(status) && status !== 'waiting_for_input' && status !== 'completed';

export const lastSeq = ({ messages }: Pick<Session, 'messages'>): number => messages.at(-1)?.seq ?? 0;

/**
 * Returns the session with a message of its line. One that is known changes nothing, for a replay may overlap; where
 * one is missing in between the answer is `null`: the caller reads the whole session again.
 */
export function withFrame(session: Session, frame: Frame, now: Date): Session | null {
  const last = lastSeq(session);
  if (frame.seq <= last) return session;
  if (frame.seq > last + 1) return null;
  const { seq, type, ...data } = frame;
  const message: TailoringMessageOut = { seq, type, data, created_at: now.toISOString() };
  return { ...session, ...consequences(session, message), messages: [...session.messages, message] };
}

/** Of what was read and what came over the line meanwhile, the later: an answer can be overtaken. */
export function later(read: Session, known: Session | undefined): Session {
  return known && lastSeq(known) > lastSeq(read) ? known : read;
}

function consequences(session: Session, { type, data }: TailoringMessageOut): Partial<Session> {
  switch (type) {
    case 'progress_update':
      return { status: data['stage'] as Status, progress: Number(data['progress']) };
    case 'human_input_required': {
      const { question_id, question, reason, choices } = data as unknown as QuestionOut;
      return { status: 'waiting_for_input', question: { question_id, question, reason, choices } };
    }
    case 'chat_message':
      if (!('answer_to' in data)) return {};
      return { question: null, status: leftBefore(session) > 1 ? session.status : 'tailoring' };
    case 'resume_update':
      return { document_id: String(data['document_id']) };
    case 'completed':
      return { status: 'completed', progress: 100, question: null };
    case 'failed':
      return { status: 'failed', question: null, error_message: String(data['message']) };
    case 'stopped':
      return { status: 'stopped', question: null };
  }
}

const questionsOf = (messages: TailoringMessageOut[]): TailoringMessageOut[] =>
  messages.filter(({ type }) => type === 'human_input_required');

/** How many questions were open when the latest was asked, that one included. */
const leftBefore = ({ messages }: Session): number =>
  Number(questionsOf(messages).at(-1)?.data['questions_left'] ?? 1);

/** "2 of 6". */
export function placeOfQuestion(session: Session): { number: number; total: number } {
  const number = questionsOf(session.messages).length;
  return { number, total: number + leftBefore(session) - 1 };
}

/** The version that is shown, with what changed in it. */
export function latestUpdate({ messages }: Pick<Session, 'messages'>): Update | null {
  const message = messages.findLast(({ type }) => type === 'resume_update');
  if (!message) return null;
  const { document_id, version_number, content, changes } = message.data as Record<string, unknown>;
  return {
    seq: message.seq,
    documentId: document_id as string,
    version: version_number as number,
    content: content as Content,
    changes: changes as Change[],
  };
}

/** Whether the person has agreed to all changes of the shown version. */
export function isKept({ messages }: Pick<Session, 'messages'>, update: Update): boolean {
  return messages.some(({ seq, data }) => {
    if (seq < update.seq || data['version_number'] !== update.version) return false;
    return Array.isArray(data['refuse']) && data['refuse'].length === 0;
  });
}

/** Something said is still to be answered. */
export function isAwaited({ messages }: Pick<Session, 'messages'>): boolean {
  const last = messages.at(-1);
  return last?.type === 'chat_message' && last.data['role'] === 'user';
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

export type Entry =
  | { seq: number; kind: 'user' | 'assistant'; text: string }
  | { seq: number; kind: 'question'; text: string; reason: string }
  | { seq: number; kind: 'update'; version: number; changes: number }
  | { seq: number; kind: 'completed'; score: number | null }
  | { seq: number; kind: 'stopped' };

/** What stands in the conversation: all but the progress, which has its bar, and skips, which say nothing. */
export function entriesOf(messages: TailoringMessageOut[]): Entry[] {
  return messages.flatMap(({ seq, type, data }): Entry[] => {
    const text = words(data['message']);
    switch (type) {
      case 'chat_message':
        if (!text) return [];
        return [{ seq, kind: data['role'] === 'user' ? 'user' : 'assistant', text }];
      case 'human_input_required':
        return [{ seq, kind: 'question', text: String(data['question']), reason: String(data['reason']) }];
      case 'resume_update': {
        const changes = (data['changes'] as unknown[]).length;
        return [{ seq, kind: 'update', version: Number(data['version_number']), changes }];
      }
      case 'completed':
        return [
          {
            seq,
            kind: 'completed',
            score: typeof data['match_score'] === 'number' ? data['match_score'] : null,
          },
        ];
      case 'stopped':
        return [{ seq, kind: 'stopped' }];
      default:
        return [];
    }
  });
}

/** What the service says it is doing. */
export function doing({ messages }: Pick<Session, 'messages'>): string {
  return words(messages.findLast(({ type }) => type === 'progress_update')?.data['message']);
}
