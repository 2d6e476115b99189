import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/errors';
import { isConflict, isDirty, joined, linesOf, NotesDraft, type KeptNotes } from './notesDraft';

/** One application as the service holds it, and what this browser keeps. */
class Service {
  notes = 'Asked for Kubernetes.';
  version = 1;
  asked: number[] = [];
  kept: KeptNotes | null = null;
  /** Comes before the next answers: throws, or changes what the service holds. */
  accidents: (() => void)[] = [];

  open(seen = { notes: this.notes, version: this.version }): NotesDraft {
    return new NotesDraft(seen, {
      save: (text, version) => this.save(text, version),
      load: () => Promise.resolve({ notes: this.notes, version: this.version }),
      kept: {
        read: () => this.kept,
        write: (value) => {
          this.kept = value;
          return true;
        },
        clear: () => {
          this.kept = null;
        },
      },
    });
  }

  write(notes: string): void {
    this.notes = notes;
    this.version++;
  }

  private async save(text: string, version: number) {
    this.asked.push(version);
    await Promise.resolve();
    this.accidents.shift()?.();
    if (version !== this.version) throw new ApiError(412, 'version_conflict', 'changed');
    this.write(text);
    return { notes: this.notes, version: this.version };
  }
}

const offline = () => {
  throw new ApiError(0, 'offline', 'away');
};
const look = (draft: NotesDraft) => {
  const state = draft.getState();
  return { text: state.text, dirty: isDirty(state), conflict: isConflict(state) };
};
const saved = (text: string) => ({ text, dirty: false, conflict: false });

describe('saving', () => {
  it('keeps the text in this browser at every key, and forgets it when it is saved', async () => {
    const service = new Service();
    const draft = service.open();
    draft.change('Mine');
    expect(service.kept).toEqual({ base: 'Asked for Kubernetes.', text: 'Mine', sent: null });
    await draft.save();
    expect([service.notes, service.kept, look(draft)]).toEqual(['Mine', null, saved('Mine')]);
    draft.change('Mine, longer');
    await draft.save();
    expect(service.asked).toEqual([1, 2]);
  });

  it('saves again where something else of the application was changed', async () => {
    const service = new Service();
    const draft = service.open();
    draft.change('Mine');
    service.version = 5;
    await draft.save();
    expect([service.asked, service.notes, look(draft)]).toEqual([[1, 5], 'Mine', saved('Mine')]);
  });

  it('leaves a service that changes all the time to the next round', async () => {
    const service = new Service();
    const draft = service.open();
    draft.change('Mine');
    service.accidents = [() => service.version++, () => service.version++];
    await draft.save();
    expect([service.asked.length, look(draft)]).toEqual([2, { text: 'Mine', dirty: true, conflict: false }]);
    await draft.save();
    expect(service.notes).toBe('Mine');
  });

  it('does not lose what is typed while the answer is on its way', async () => {
    const service = new Service();
    const draft = service.open();
    draft.change('Mi');
    service.accidents = [() => draft.change('Mine')];
    await draft.save();
    expect([service.notes, look(draft)]).toEqual(['Mi', { text: 'Mine', dirty: true, conflict: false }]);
    expect(service.kept?.text).toBe('Mine');
  });

  it('knows its own text again when the answer was lost on the way', async () => {
    const service = new Service();
    const draft = service.open();
    draft.change('Mi');
    service.accidents = [
      () => {
        service.write('Mi');
        offline();
      },
    ];
    await expect(draft.save()).rejects.toThrow('away');
    draft.change('Mine');
    await draft.save();
    expect([service.notes, look(draft)]).toEqual(['Mine', saved('Mine')]);
  });

  it('takes back on the service what was deleted here before the answer came', async () => {
    const service = new Service();
    const draft = service.open();
    draft.change('A slip');
    service.accidents = [
      () => {
        service.write('A slip');
        offline();
      },
    ];
    await expect(draft.save()).rejects.toThrow('away');
    draft.change('Asked for Kubernetes.');
    expect(look(draft).dirty).toBe(true);
    await draft.save();
    expect([service.notes, service.kept]).toEqual(['Asked for Kubernetes.', null]);
  });
});

describe('another window', () => {
  const collide = async () => {
    const service = new Service();
    const draft = service.open();
    draft.change('Mine');
    service.write('Theirs');
    await draft.save();
    return { service, draft };
  };

  it('shows its notes where nothing was typed here, and never goes back to older ones', () => {
    const service = new Service();
    const draft = service.open();
    draft.meet({ notes: 'Theirs', version: 2 });
    draft.meet({ notes: 'Asked for Kubernetes.', version: 1 });
    expect(look(draft)).toEqual(saved('Theirs'));
  });

  it('does not forget what a window beside it keeps in this browser', () => {
    const service = new Service();
    const idle = service.open();
    service.open().change('Typed beside it');
    idle.meet({ notes: 'Theirs', version: 2 });
    expect(service.kept?.text).toBe('Typed beside it');
  });

  it('is not overwritten, and nothing is dropped before somebody chooses', async () => {
    const { service, draft } = await collide();
    expect(look(draft)).toEqual({ text: 'Mine', dirty: true, conflict: true });
    await draft.save();
    expect([service.notes, service.kept?.text]).toEqual(['Theirs', 'Mine']);
    // As before anything was typed: that alone says nothing about the other text.
    draft.change('Asked for Kubernetes.');
    expect(look(draft).conflict).toBe(true);
  });

  it.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
    ['both', 'Theirs\nMine'],
  ] as const)('goes on with %s', async (side, text) => {
    const { service, draft } = await collide();
    draft.choose(side);
    await draft.save();
    expect([service.notes, service.kept, look(draft)]).toEqual([text, null, saved(text)]);
  });

  it('is no conflict where both wrote the same', async () => {
    const { service, draft } = await collide();
    draft.change('Theirs');
    expect(look(draft)).toEqual(saved('Theirs'));
    draft.change('Theirs, and more');
    await draft.save();
    expect(service.notes).toBe('Theirs, and more');
  });

  it('may go on from what this one saved before the answer is here', async () => {
    const service = new Service();
    const draft = service.open();
    draft.change('Mine');
    const saving = draft.save();
    draft.meet({ notes: 'Mine', version: 2 });
    draft.meet({ notes: 'Mine and theirs', version: 3 });
    await saving;
    expect(look(draft)).toEqual(saved('Mine and theirs'));
  });
});

describe('a closed tab', () => {
  it('brings back what was not saved, and saves it', async () => {
    const service = new Service();
    service.open().change('Mine');
    const again = service.open();
    expect([again.wasRestored, look(again)]).toEqual([true, { text: 'Mine', dirty: true, conflict: false }]);
    await again.save();
    expect([service.notes, service.kept, service.open().wasRestored]).toEqual(['Mine', null, false]);
  });

  it('shows both where the notes were changed meanwhile', () => {
    const service = new Service();
    service.open().change('Mine');
    service.write('Theirs');
    expect(look(service.open())).toEqual({ text: 'Mine', dirty: true, conflict: true });
  });

  it('goes on from what it had sent with its last breath', async () => {
    const service = new Service();
    const first = service.open();
    first.change('Mi');
    service.accidents = [offline];
    await expect(first.save()).rejects.toThrow('away');
    first.change('Mine');
    service.write('Mi');
    const again = service.open();
    expect(look(again)).toEqual({ text: 'Mine', dirty: true, conflict: false });
  });

  it('has nothing to bring back where all had arrived', async () => {
    const service = new Service();
    const first = service.open();
    first.change('Mine');
    service.accidents = [offline];
    await expect(first.save()).rejects.toThrow('away');
    service.write('Mine');
    expect([service.open().wasRestored, service.kept]).toEqual([false, null]);
  });
});

it('tells which lines stand on one side only', () => {
  expect(linesOf('a\n\nb', 'b\nc')).toEqual([
    { line: 'a', isOnlyHere: true },
    { line: '', isOnlyHere: false },
    { line: 'b', isOnlyHere: false },
  ]);
});

it.each([
  ['a\nmine', 'a\ntheirs', 'a\ntheirs\nmine'],
  ['mine', '', 'mine'],
  ['', 'theirs', 'theirs'],
])('joins %j and %j', (mine, theirs, both) => expect(joined(mine, theirs)).toBe(both));
