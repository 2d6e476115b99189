import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Content, DocumentOut } from '../../api';
import { ApiError, SessionEndedError } from '../../api/errors';
import { aContent, aDocument } from './content.fixture';
import { insertText, linesOf, setLine } from './content';
import type { KeptDraft } from './drafts';
import { setField } from './fields';
import { EditorStore, unseenIn } from './store';

const content = aContent(['One', 'Two'], ['Three']);

/** A service that verifies: what has a digit is not proven. */
class Service {
  saved: { content: Content; version: number }[] = [];
  failures: Error[] = [];
  document = aDocument(content);
  kept: KeptDraft | null = null;

  open(): EditorStore {
    return new EditorStore(this.document, {
      save: (next, version) => this.save(next, version),
      load: () => Promise.resolve(this.document),
      drafts: {
        read: () => this.kept,
        write: (draft) => {
          this.kept = draft;
          return true;
        },
        clear: () => {
          this.kept = null;
        },
      },
      onSaved: () => undefined,
    });
  }

  save(next: Content, version: number): Promise<DocumentOut> {
    const failure = this.failures.shift();
    if (failure) return Promise.reject(failure);
    if (version !== this.document.version_number)
      return Promise.reject(new ApiError(412, 'version_conflict', 'changed'));
    this.saved.push({ content: next, version });
    const judged = JSON.parse(JSON.stringify(next)) as Content;
    for (const { items } of judged.sections)
      for (const { sentences } of items)
        for (const sentence of sentences)
          sentence.verdict = /\d/.test(sentence.text) ? 'ungrounded' : 'grounded';
    judged.unproven_fields = /\d/.test(judged.header.location)
      ? [{ path: 'header/location', verdict: 'ungrounded', reasons: [] }]
      : [];
    this.document = aDocument(judged, version + 1);
    return Promise.resolve(this.document);
  }
}

const keyOf = (store: EditorStore, at: number): string => linesOf(store.getState().draft)[at]!.key;
const write = (store: EditorStore, text: string, at = 0): void => {
  const key = keyOf(store, at);
  store.change(setLine(store.getState().draft, key, { text }), key);
};
const texts = (store: EditorStore): string[] => linesOf(store.getState().draft).map(({ text }) => text);
const savedText = ({ content: { sections } }: { content: Content }): string =>
  sections[0]!.items[0]!.sentences[0]!.text;

describe('EditorStore', () => {
  let service: Service;
  let store: EditorStore;
  beforeEach(() => {
    vi.useFakeTimers();
    service = new Service();
    store = service.open();
  });
  afterEach(() => vi.useRealTimers());

  it('saves within two seconds of the last key, once', async () => {
    for (const text of ['U', 'Un', 'Uno']) {
      write(store, text);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(store.getState().save.status).toBe('changed');
    await vi.advanceTimersByTimeAsync(1700);
    expect(service.saved.map(savedText)).toEqual(['Uno']);
    expect(store.getState().save.status).toBe('saved');
    expect(service.kept).toBeNull();
  });

  it('brings each wording its own verdict, also when it comes back', async () => {
    write(store, 'One of 12');
    const key = keyOf(store, 0);
    expect(store.verdictOn(key, 'One of 12')).toBeNull();
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.verdictOn(key, 'One of 12')?.verdict).toBe('ungrounded');
    expect(store.provenWording(key, 'One of 12')).toBe('One');
    store.undo();
    expect(texts(store)[0]).toBe('One');
    expect(store.verdictOn(key, 'One')?.verdict).toBe('grounded');
  });

  it('knows the verdict of a line that was only pushed down, with nothing to save', async () => {
    store.change(insertText(store.getState().draft, keyOf(store, 0), 0, 0, '\n'));
    expect(texts(store)).toEqual(['One', 'Two', 'Three']);
    expect(store.verdictOn(keyOf(store, 0), 'One')?.verdict).toBe('grounded');
    await vi.advanceTimersByTimeAsync(5000);
    expect([store.getState().save.status, service.saved.length]).toEqual(['saved', 0]);
  });

  it('says what becomes of a wording that is not judged yet', async () => {
    const why = () => unseenIn(store.getState());
    write(store, 'Uno');
    expect(why()).toBe('soon');
    const saving = store.flush();
    expect(why()).toBe('now');
    await saving;
    service.failures = [new ApiError(0, 'offline', 'away')];
    write(store, 'Due');
    await store.flush();
    expect(why()).toBe('later');
    service.failures = [new ApiError(400, 'validation_error', 'too long')];
    await store.flush();
    expect(why()).toBe('refused');
  });

  it('saves contact data like lines, with a verdict, undo and a draft of its own', async () => {
    const at = (location: string): void =>
      store.change(setField(store.getState().draft, 'header/location', location), 'header/location');
    at('Graz');
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.fieldVerdict('header/location', 'Graz')?.verdict).toBe('grounded');
    at('8010 Graz');
    expect(store.fieldVerdict('header/location', '8010 Graz')).toBeNull();
    await vi.advanceTimersByTimeAsync(400);
    expect(service.kept?.content.header.location).toBe('8010 Graz');
    await vi.advanceTimersByTimeAsync(1600);
    expect(store.fieldVerdict('header/location', '8010 Graz')?.verdict).toBe('ungrounded');
    expect(store.provenWording('header/location', '8010 Graz')).toBe('Graz');
    store.undo();
    expect(store.getState().draft.header.location).toBe('Graz');
    expect(store.takeCaret()).toEqual({ key: 'header/location', at: 4 });
    await vi.advanceTimersByTimeAsync(2000);
    await store.verifyAgain();
    expect(service.saved.map((one) => one.content.header.location)).toEqual([
      'Graz',
      '8010 Graz',
      'Graz',
      'Graz',
    ]);
  });

  it('saves what was typed while it saved', async () => {
    write(store, 'Uno');
    await vi.advanceTimersByTimeAsync(1200);
    write(store, 'Due');
    await vi.advanceTimersByTimeAsync(3000);
    expect(service.saved.map(({ version }) => version)).toEqual([1, 2]);
    expect(service.saved.map(savedText)).toEqual(['Uno', 'Due']);
  });

  it('keeps the text in the browser while the service is away, and sends it later by itself', async () => {
    service.failures = [new ApiError(0, 'offline', 'away'), new ApiError(503, 'away', 'away')];
    write(store, 'Uno');
    await vi.advanceTimersByTimeAsync(1300);
    expect(store.getState().save.status).toBe('waiting');
    expect(service.kept?.content.sections[0]!.items[0]!.sentences[0]!.text).toBe('Uno');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(service.saved.map(savedText)).toEqual(['Uno']);
    expect([store.getState().save.status, service.kept]).toEqual(['saved', null]);
  });

  it('does not repeat what the service refuses', async () => {
    service.failures = [new ApiError(400, 'validation_error', 'too long')];
    write(store, 'Uno');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([store.getState().save.status, service.saved.length]).toEqual(['refused', 0]);
    await store.flush();
    expect(service.saved.map(savedText)).toEqual(['Uno']);
  });

  it('keeps the text when the session ends instead, and takes it up at the next visit', async () => {
    service.failures = [new SessionEndedError()];
    write(store, 'Uno');
    await vi.advanceTimersByTimeAsync(1300);
    const next = service.open();
    expect([texts(next)[0], next.getState().wasRestored]).toEqual(['Uno', true]);
    await vi.advanceTimersByTimeAsync(1300);
    expect(service.saved.map(savedText)).toEqual(['Uno']);
    next.undo();
    expect(texts(next)[0]).toBe('One');
  });

  it('loses less than a second of typing when the page is killed', async () => {
    write(store, 'Uno');
    await vi.advanceTimersByTimeAsync(400);
    expect(service.kept?.version).toBe(1);
    expect(texts(service.open())[0]).toBe('Uno');
  });

  it('shows both versions of a conflict and goes on with the own one', async () => {
    await service.save(aContent(['Eins', 'Two'], ['Three']), 1);
    write(store, 'Uno');
    await vi.advanceTimersByTimeAsync(1300);
    expect(store.getState().conflict?.version_number).toBe(2);
    expect(unseenIn(store.getState())).toBe('conflict');
    write(store, 'Uno!');
    await vi.advanceTimersByTimeAsync(5000);
    expect(service.saved).toHaveLength(1);
    store.settle('mine');
    await vi.advanceTimersByTimeAsync(10);
    expect(service.saved.map(savedText)).toEqual(['Eins', 'Uno!']);
    expect(store.getState().conflict).toBeNull();
  });

  it('goes on with the other version, and undo brings the own text back', async () => {
    await service.save(aContent(['Eins', 'Two'], ['Three']), 1);
    write(store, 'Uno');
    await vi.advanceTimersByTimeAsync(1300);
    store.settle('theirs');
    expect([texts(store)[0], store.isDirty]).toEqual(['Eins', false]);
    store.undo();
    await vi.advanceTimersByTimeAsync(1300);
    expect(service.saved.map(savedText)).toEqual(['Eins', 'Uno']);
  });

  it('asks which one goes on where a kept text meets a newer version', async () => {
    service.kept = { version: 1, content: aContent(['Uno', 'Two'], ['Three']) };
    await service.save(aContent(['Eins', 'Two'], ['Three']), 1);
    const next = service.open();
    await vi.advanceTimersByTimeAsync(5000);
    expect([texts(next)[0], next.getState().conflict?.version_number]).toEqual(['Uno', 2]);
    expect(unseenIn(next.getState())).toBe('conflict');
    expect(service.saved).toHaveLength(1);
  });

  it('saves at once when the page is left', async () => {
    write(store, 'Uno');
    await store.flush();
    expect(service.saved.map(savedText)).toEqual(['Uno']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(service.saved).toHaveLength(1);
  });

  it('raises what stands in the way of a download', async () => {
    service.failures = [new ApiError(0, 'offline', 'away')];
    write(store, 'Uno');
    await expect(store.flushed()).rejects.toThrow('away');
    await expect(store.flushed()).resolves.toBeUndefined();
  });
});
