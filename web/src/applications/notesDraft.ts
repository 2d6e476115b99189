import type { Application } from '../api';
import { ApiError } from '../api/errors';
import type { Unsaved } from '../api/unsaved';

/** As many characters as the service takes. */
export const MOST = 20_000;
const TRIES = 2;

export type Side = 'mine' | 'theirs' | 'both';

/** Notes that the service does not have yet, and what they went on from. */
export interface KeptNotes {
  base: string;
  text: string;
  sent: string | null;
}

export interface NotesState extends KeptNotes {
  /** What the service has, as far as is known. */
  theirs: string;
  version: number;
}

type Seen = Pick<Application, 'notes' | 'version'>;

interface Doors {
  /** Saves where the application is still at `version`; another version is refused with 412. */
  save: (text: string, version: number) => Promise<Seen>;
  load: () => Promise<Seen>;
  kept: Unsaved<KeptNotes>;
}

/** What was sent and never answered for may have arrived, so it is not settled. */
export const isDirty = ({ text, theirs, sent }: NotesState): boolean => text !== theirs || sent !== null;

/** Both windows wrote something else: somebody has to choose. */
export const isConflict = ({ text, base, theirs }: NotesState): boolean => theirs !== base && text !== theirs;

/** The lines of `text` with whether each stands there only, and not in `other`. */
export function linesOf(text: string, other: string): { line: string; isOnlyHere: boolean }[] {
  const others = new Set(other.split('\n'));
  return text.split('\n').map((line) => ({ line, isOnlyHere: line.trim() !== '' && !others.has(line) }));
}

/** Their notes, and below them each line that only mine have. */
export function joined(mine: string, theirs: string): string {
  const added = linesOf(mine, theirs).filter(({ isOnlyHere }) => isOnlyHere);
  return [...(theirs ? [theirs] : []), ...added.map(({ line }) => line)].join('\n');
}

/** Takes as mine what I had sent, and theirs where there is nothing of mine. */
function settled(state: NotesState): NotesState {
  const { text, theirs } = state;
  const hasArrived = theirs === state.sent;
  const sent = hasArrived ? null : state.sent;
  const base = hasArrived || text === theirs ? theirs : state.base;
  return text === base && sent === null
    ? { ...state, text: theirs, base: theirs, sent }
    : { ...state, base, sent };
}

/** The notes of one application as this window has them: kept in this browser at every key until they are saved. */
export class NotesDraft {
  readonly wasRestored: boolean;
  private state: NotesState;
  private hasKept: boolean;
  private readonly listeners = new Set<() => void>();

  constructor(
    { notes, version }: Seen,
    private readonly doors: Doors,
  ) {
    const kept = doors.kept.read();
    this.hasKept = kept !== null;
    this.state = settled({ base: notes, text: notes, sent: null, ...kept, theirs: notes, version });
    this.wasRestored = this.state.text !== notes;
    this.keep();
  }

  getState = (): NotesState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change = (text: string): void => {
    const { theirs, base } = this.state;
    this.set({ ...this.state, text, base: text === theirs ? theirs : base });
  };

  /** Takes what the service has by now; an answer that was overtaken is nothing new. */
  meet = ({ notes, version }: Seen): void => {
    if (version > this.state.version) this.set(settled({ ...this.state, theirs: notes, version }));
  };

  /** Saves what is in the field. Where only other parts of the application changed meanwhile, it saves again. */
  save = async (): Promise<void> => {
    if (this.state.sent !== null) await this.look();
    for (let tries = 0; tries < TRIES && isDirty(this.state) && !isConflict(this.state); tries++) {
      const { text, version } = this.state;
      this.set({ ...this.state, sent: text });
      try {
        const saved = await this.doors.save(text, version);
        const known = saved.version < this.state.version ? {} : { theirs: text, version: saved.version };
        this.set(settled({ ...this.state, ...known, base: text, sent: null }));
        return;
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 412)) throw error;
        await this.look();
      }
    }
  };

  /** Ends a conflict. */
  choose(side: Side): void {
    const { text: mine, theirs } = this.state;
    const text = { mine, theirs, both: joined(mine, theirs) }[side];
    this.set({ ...this.state, text, base: theirs, sent: null });
  }

  /** Writes what is not saved to this browser. */
  keep = (): void => {
    const { base, text, sent } = this.state;
    if (isDirty(this.state)) {
      this.doors.kept.write({ base, text, sent });
      this.hasKept = true;
    } else if (this.hasKept) {
      // Only one's own: another window may keep something under this name that it could not save yet.
      this.doors.kept.clear();
      this.hasKept = false;
    }
  };

  private async look(): Promise<void> {
    this.meet(await this.doors.load());
    this.set(settled({ ...this.state, sent: null }));
  }

  private set(state: NotesState): void {
    this.state = state;
    this.keep();
    this.listeners.forEach((listener) => listener());
  }
}
