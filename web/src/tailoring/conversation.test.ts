import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  isAwaited,
  isKept,
  isWorking,
  lastSeq,
  later,
  latestUpdate,
  placeOfQuestion,
  withFrame,
  type Frame,
  type Session,
} from './conversation';

const NOW = new Date('2026-11-21T12:00:00Z');
const NEW: Session = {
  id: 's',
  status: 'pending',
  progress: 0,
  job_id: 'j',
  profile_id: 'p',
  document_id: null,
  error_message: null,
  question: null,
  facts: [],
  messages: [],
  created_at: NOW.toISOString(),
  updated_at: NOW.toISOString(),
};

function after(...frames: Omit<Frame, 'seq'>[]): Session {
  return frames.reduce<Session>((session, frame, index) => {
    const next = withFrame(session, { ...frame, seq: index + 1 } as Frame, NOW);
    if (!next) throw new Error('a gap');
    return next;
  }, NEW);
}

const reading = { type: 'progress_update', message: 'Reading', progress: 10, stage: 'scraping' } as const;
const ask = (left: number) =>
  ({
    type: 'human_input_required',
    question_id: `q${left}`,
    question: 'Kafka?',
    reason: 'It is asked for.',
    choices: ['No'],
    questions_left: left,
  }) as const;
const answer = (left: number, message = 'Yes') =>
  ({ type: 'chat_message', role: 'user', message, answer_to: `q${left}` }) as const;
const reply = { type: 'chat_message', role: 'assistant', message: 'Added.' } as const;
const update = (version: number) =>
  ({
    type: 'resume_update',
    document_id: 'd',
    version_number: version,
    content: {},
    changes: [{ index: 0 }],
  }) as const;
const review = (version: number, refuse: number[]) =>
  ({ type: 'chat_message', role: 'user', message: 'Keep all', version_number: version, refuse }) as const;

describe('a line', () => {
  it('moves the session on', () => {
    const session = after(reading, ask(2));
    expect(after(reading)).toMatchObject({ status: 'scraping', progress: 10 });
    expect(session).toMatchObject({ status: 'waiting_for_input', question: { question_id: 'q2' } });
    expect(lastSeq(session)).toBe(2);
  });

  it('that replays doubles nothing', () => {
    const session = after(reading, ask(2));
    expect(withFrame(session, { seq: 2, ...ask(2) }, NOW)).toBe(session);
  });

  it('that has a gap asks for all of it', () => {
    expect(withFrame(after(reading), { seq: 3, ...reply }, NOW)).toBeNull();
  });

  it('that was faster than a read is not set back by it', () => {
    const slow = after(reading);
    const fast = after(reading, ask(2));
    expect(later(slow, fast)).toBe(fast);
    expect(later(fast, slow)).toBe(fast);
    expect(later(slow, undefined)).toBe(slow);
  });
});

describe('questions', () => {
  it('are counted, and the next follows the answer', () => {
    const session = after(ask(2), answer(2), reply, ask(1));
    expect(placeOfQuestion(session)).toEqual({ number: 2, total: 2 });
    expect(session.question?.question_id).toBe('q1');
  });

  it('end with the writing', () => {
    const session = after(ask(1), answer(1));
    expect([session.status, session.question, isWorking(session)]).toEqual(['tailoring', null, true]);
  });

  it('that were skipped leave no words of the user', () => {
    expect(entriesOf(after(ask(1), answer(1, ''), reply).messages).map(({ kind }) => kind)).toEqual([
      'question',
      'assistant',
    ]);
  });
});

describe('the document', () => {
  it('is the latest version with its changes', () => {
    const session = after(update(1), reply, update(2));
    expect(latestUpdate(session)).toMatchObject({ documentId: 'd', version: 2, changes: [{ index: 0 }] });
    expect(session.document_id).toBe('d');
    expect(latestUpdate(NEW)).toBeNull();
  });

  it('is kept when all of its changes are, and no other version is', () => {
    const kept = after(update(1), review(1, []), reply);
    expect(isKept(kept, latestUpdate(kept)!)).toBe(true);
    const refused = after(update(1), review(1, [0]), update(2));
    expect(isKept(refused, latestUpdate(refused)!)).toBe(false);
  });
});

it('what the user said awaits an answer until there is one', () => {
  const asked = { type: 'chat_message', role: 'user', message: 'shorter' } as const;
  expect([isAwaited(after(asked)), isAwaited(after(asked, reply))]).toEqual([true, false]);
});

it('an end is an end', () => {
  expect(after({ type: 'failed', code: 'x', message: 'Gone' })).toMatchObject({
    status: 'failed',
    error_message: 'Gone',
  });
  expect(after(ask(1), { type: 'stopped' })).toMatchObject({ status: 'stopped', question: null });
  expect(after({ type: 'completed', match_score: 81 })).toMatchObject({ status: 'completed', progress: 100 });
});
