import { ApiError, SessionEndedError } from '../../api/errors';
import type { Content, DocumentOut, Sentence } from '../../api';
import {
  fingerprint,
  firstDifference,
  linesOf,
  textAtKey,
  toContent,
  toDraft,
  type Caret,
  type Draft,
  type Edit,
} from './content';
import type { DraftStorage } from './drafts';
import { verdictsOf, type FieldVerdict } from './fields';
import { begin, redo, step, undo, type History } from './history';
import { t } from './strings';

export type SaveState =
  | { status: 'saved'; at: Date | null }
  /** Waits for a pause in the typing. */
  | { status: 'changed' }
  | { status: 'saving' }
  /** Tried again by itself; the text is kept in this browser meanwhile. */
  | { status: 'waiting'; error: unknown }
  /** Trying again as it is would not help. */
  | { status: 'refused'; error: unknown };

/** What becomes of a wording that the service has not judged. */
export type Unseen = 'soon' | 'now' | 'later' | 'refused' | 'conflict';

export function unseenIn({ save, conflict }: EditorState): Unseen {
  if (conflict) return 'conflict';
  if (save.status === 'saving') return 'now';
  if (save.status === 'waiting') return 'later';
  return save.status === 'refused' ? 'refused' : 'soon';
}

export interface EditorState {
  draft: Draft;
  save: SaveState;
  canUndo: boolean;
  canRedo: boolean;
  /** The document as the service has it. */
  document: DocumentOut;
  /** The version somebody else saved meanwhile; nothing is saved until one is chosen. */
  conflict: DocumentOut | null;
  /** Text that an earlier visit could not save was brought back. */
  wasRestored: boolean;
}

interface Doors {
  save: (content: Content, version: number) => Promise<DocumentOut>;
  load: () => Promise<DocumentOut>;
  drafts: DraftStorage;
  onSaved: (document: DocumentOut) => void;
}

const PAUSE_MILLISECONDS = 1200;
const KEEP_MILLISECONDS = 300;
const RETRY_MILLISECONDS = [2000, 5000, 10_000, 30_000];

/** One document being edited: its draft with undo, its saving, and what the verifier said of each wording. */
export class EditorStore {
  private state: EditorState;
  private history: History<Draft>;
  private readonly judged = new Map<string, Sentence>();
  private readonly judgedFields = new Map<string, FieldVerdict>();
  private savedPrint: string;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private attempts = 0;
  private caret: Caret | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    document: DocumentOut,
    private readonly doors: Doors,
  ) {
    this.history = begin(toDraft(document.content));
    this.savedPrint = fingerprint(document.content);
    this.judge(this.history.present, document.content);
    this.state = {
      draft: this.history.present,
      save: { status: 'saved', at: null },
      canUndo: false,
      canRedo: false,
      document,
      conflict: null,
      wasRestored: false,
    };
    this.takeUpKept();
  }

  getState = (): EditorState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The verdict on this wording; `null` until the service has seen it. */
  verdictOn(key: string, text: string): Sentence | null {
    return this.judged.get(`${key}\n${text}`) ?? null;
  }

  /** The same of a field: contact data, a heading, a title, a date. */
  fieldVerdict(key: string, text: string): FieldVerdict | null {
    return this.judgedFields.get(`${key}\n${text}`) ?? null;
  }

  /** The latest other wording of this line or field that was proven. */
  provenWording(key: string, text: string): string | null {
    const own = [...this.judged, ...this.judgedFields].filter(
      ([name, { verdict }]) => name.startsWith(`${key}\n`) && verdict === 'grounded',
    );
    const last = own.map(([name]) => name.slice(key.length + 1)).findLast((wording) => wording !== text);
    return last ?? null;
  }

  /** Takes the caret's next place, once. */
  takeCaret(): Caret | null {
    const { caret } = this;
    this.caret = null;
    return caret;
  }

  /** Puts the caret at the end of a line or field as soon as that is on the page. */
  focusOn(key: string): void {
    this.caret = { key, at: textAtKey(this.history.present, key).length };
    this.set({});
  }

  change(next: Draft | Edit, name = ''): void {
    const edit = 'draft' in next ? next : { draft: next, caret: null };
    if (edit.draft === this.history.present) return;
    this.caret = edit.caret;
    this.history = step(this.history, edit.draft, { name });
    this.changed();
  }

  undo = (): void => this.travel(undo(this.history));
  redo = (): void => this.travel(redo(this.history));

  private travel(next: History<Draft>): void {
    if (next === this.history) return;
    this.caret = firstDifference(this.history.present, next.present);
    this.history = next;
    this.changed();
  }

  /** Shows a version that the service has already, such as a restored one; an undo leads back. */
  adopt(document: DocumentOut): void {
    const draft = toDraft(document.content);
    this.judge(draft, document.content);
    this.savedPrint = fingerprint(document.content);
    this.history = step(this.history, draft);
    clearTimeout(this.pause);
    this.doors.drafts.clear();
    this.set({ document, conflict: null, save: { status: 'saved', at: new Date() } });
    this.doors.onSaved(document);
  }

  /** Takes what was changed beside the content: title, template, paper. */
  describe(document: DocumentOut): void {
    this.set({ document });
  }

  /** Saves what is left, then shows the version that `make` makes of it; an undo leads back. */
  async take(make: (version: number) => Promise<DocumentOut>): Promise<DocumentOut> {
    await this.flushed();
    const document = await make(this.state.document.version_number);
    this.adopt(document);
    return document;
  }

  /** Changes what is beside the content, at the version that is saved by then. */
  async changeLook(change: (version: number) => Promise<DocumentOut>): Promise<void> {
    await this.flushed();
    const document = await change(this.state.document.version_number);
    this.describe(document);
    this.doors.onSaved(document);
  }

  /** Ends a conflict. What is not chosen stays: the other version in the list of versions, the own one a step of undo. */
  settle(choice: 'mine' | 'theirs'): void {
    const theirs = this.state.conflict;
    if (!theirs) return;
    if (choice === 'theirs') {
      this.adopt(theirs);
      return;
    }
    this.savedPrint = fingerprint(theirs.content);
    this.set({ document: theirs, conflict: null });
    this.changed(0);
  }

  /** Saves at once what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.pause);
    this.keep();
    if (this.running) await this.running;
    if (this.isDirty && !this.state.conflict) await this.save();
  }

  /** Saves at once; raises what stands in the way. For what works on the saved document, such as a download. */
  flushed = async (): Promise<void> => {
    await this.flush();
    const { save, conflict } = this.state;
    if (conflict) throw new ApiError(412, 'version_conflict', t.conflict.title);
    if ('error' in save) throw save.error;
  };

  /** Has everything verified again, also where nothing was typed: the profile may prove more by now. */
  async verifyAgain(): Promise<void> {
    await this.flush();
    if (!this.state.conflict) await this.save();
  }

  get isDirty(): boolean {
    return fingerprint(toContent(this.history.present)) !== this.savedPrint;
  }

  /** Writes the draft to this browser now: the page may be gone the next moment. */
  keep = (): void => {
    clearTimeout(this.keeping);
    if (this.isDirty)
      this.doors.drafts.write({
        version: this.state.document.version_number,
        content: toContent(this.history.present),
      });
    else this.doors.drafts.clear();
  };

  private takeUpKept(): void {
    const kept = this.doors.drafts.read();
    if (!kept) return;
    const { document } = this.state;
    if (fingerprint(kept.content) === this.savedPrint) {
      this.doors.drafts.clear();
      return;
    }
    this.history = step(this.history, toDraft(kept.content));
    const isOutdated = kept.version !== document.version_number;
    this.set({ wasRestored: true, conflict: isOutdated ? document : null, save: { status: 'changed' } });
    if (!isOutdated) this.schedule(0);
  }

  private changed(wait = PAUSE_MILLISECONDS): void {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(this.keep, KEEP_MILLISECONDS);
    const isSaving = this.state.save.status === 'saving';
    const { isDirty } = this;
    // Lines that were split or put back are others than those that were judged, and there is nothing to save.
    if (!isDirty) this.judge(this.history.present, this.state.document.content);
    this.set(isSaving ? {} : { save: isDirty ? { status: 'changed' } : { status: 'saved', at: null } });
    this.attempts = 0;
    this.schedule(wait);
  }

  private schedule(wait: number): void {
    clearTimeout(this.pause);
    if (this.state.conflict) return;
    this.pause = setTimeout(() => {
      if (!this.running && this.isDirty) void this.save();
    }, wait);
  }

  private save(): Promise<void> {
    clearTimeout(this.pause);
    this.running = this.saveNow().finally(() => {
      this.running = null;
      if (this.state.save.status === 'changed') this.schedule(PAUSE_MILLISECONDS);
    });
    return this.running;
  }

  private async saveNow(): Promise<void> {
    const draft = this.history.present;
    const content = toContent(draft);
    this.set({ save: { status: 'saving' } });
    try {
      const document = await this.doors.save(content, this.state.document.version_number);
      this.attempts = 0;
      this.savedPrint = fingerprint(content);
      this.judge(draft, document.content);
      this.set({
        document,
        wasRestored: false,
        save: this.isDirty ? { status: 'changed' } : { status: 'saved', at: new Date() },
      });
      this.keep();
      this.doors.onSaved(document);
    } catch (error) {
      this.keep();
      await this.failed(error);
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (error instanceof SessionEndedError) return;
    if (error instanceof ApiError && error.status === 412) {
      try {
        this.set({ conflict: await this.doors.load(), save: { status: 'changed' } });
        return;
      } catch (again) {
        error = again;
      }
    }
    const isPassing =
      error instanceof ApiError && (error.isOffline || error.status === 429 || error.status >= 500);
    this.set({ save: { status: isPassing ? 'waiting' : 'refused', error } });
    if (!isPassing) return;
    const wait = RETRY_MILLISECONDS[Math.min(this.attempts++, RETRY_MILLISECONDS.length - 1)] ?? 0;
    this.schedule(Math.max(wait, (error as ApiError).retryAfterSeconds * 1000));
  }

  /** Remembers what the service says of each line: going back to a wording brings its verdict back too. */
  private judge(draft: Draft, content: Content): void {
    const sentences = content.sections.flatMap(({ items }) => items.flatMap((item) => item.sentences));
    linesOf(draft).forEach(({ key, text }, index) => {
      const sentence = sentences[index];
      if (sentence) this.judged.set(`${key}\n${text}`, sentence);
    });
    for (const [{ key, text }, verdict] of verdictsOf(draft, content))
      this.judgedFields.set(`${key}\n${text}`, verdict);
  }

  private set(changes: Partial<EditorState>): void {
    const { past, present, future } = this.history;
    this.state = {
      ...this.state,
      ...changes,
      draft: present,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
    };
    this.listeners.forEach((listener) => listener());
  }
}
