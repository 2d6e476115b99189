/** What was typed and is not saved yet, kept in this browser until it is: for a closed tab and a service that is away. */
const PREFIX = 'jobwise-unsaved-';
let timesForgotten = 0;

export interface Unsaved<Value> {
  read: () => Value | null;
  /** Tells whether it could be kept. */
  write: (value: Value) => boolean;
  clear: () => void;
}

/** The text of one name. Names say whose it is, so that another account at this browser never sees it. */
export function unsaved<Value>(name: string): Unsaved<Value> {
  const key = PREFIX + name;
  const opened = timesForgotten;
  let written = '';
  return {
    read: () => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null;
      } catch {
        return null;
      }
    },
    write: (value) => {
      // A page that is left at the sign-out saves once more what it has.
      if (opened !== timesForgotten) return false;
      written = JSON.stringify(value);
      try {
        localStorage.setItem(key, written);
        return true;
      } catch {
        // Without storage the page itself still holds it.
        return false;
      }
    },
    clear: () => {
      try {
        // Another tab may keep a newer one under this name.
        if (!written || localStorage.getItem(key) === written) localStorage.removeItem(key);
      } catch {
        // Nothing was kept then.
      }
    },
  };
}

/** For somebody who signs out: the next one at this browser finds nothing. */
export function forgetUnsaved(): void {
  timesForgotten++;
  try {
    Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX))
      .forEach((name) => localStorage.removeItem(name));
  } catch {
    // Nothing was kept then.
  }
}
