/** Every state that can be gone back to; states share what did not change between them. */
export interface History<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
  /** What the latest step was; steps of the same name in quick succession count as one. */
  name: string;
  at: number;
}

const MOST_STEPS = 300;
const ONE_STEP_MILLISECONDS = 1000;

export const begin = <State>(present: State): History<State> => ({
  past: [],
  present,
  future: [],
  name: '',
  at: 0,
});

/** Goes on to `next`. Typing in one place, with `name` for the place, is one step until somebody pauses. */
export function step<State>(
  history: History<State>,
  next: State,
  { name = '', now = Date.now() }: { name?: string; now?: number } = {},
): History<State> {
  if (next === history.present) return history;
  const goesOn = name !== '' && name === history.name && now - history.at < ONE_STEP_MILLISECONDS;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], name, at: now };
}

export function undo<State>(history: History<State>): History<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    name: '',
    at: 0,
  };
}

export function redo<State>(history: History<State>): History<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, name: '', at: 0 };
}
