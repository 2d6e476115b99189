import { useId, useRef, useState } from 'react';

export interface Selection {
  /** Those that are picked, in the order of the page. */
  ids: string[];
  count: number;
  isAll: boolean;
  has: (id: string) => boolean;
  /** Picks one, or drops it; as a range all from the one before. */
  toggle: (id: string, isRange: boolean) => void;
  toggleAll: () => void;
  /** Picks exactly these. */
  set: (ids: readonly string[]) => void;
  /** Picks nothing; the focus goes to the box that picks all, for the bar it was in goes away. */
  clear: () => void;
  /** The id of that box. */
  allId: string;
}

/** What is picked of a page's rows; a row that leaves the page is not picked any more. */
export function useSelection(shown: readonly string[]): Selection {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const allId = useId();
  const ids = shown.filter((id) => picked.has(id));
  const isAll = shown.length > 0 && ids.length === shown.length;
  const set = (next: readonly string[]) => setPicked(new Set(next));
  return {
    ids,
    count: ids.length,
    isAll,
    allId,
    set,
    has: (id) => picked.has(id),
    toggle: (id, isRange) => {
      set(toggled(shown, ids, id, isRange ? anchor.current : null));
      anchor.current = id;
    },
    toggleAll: () => set(isAll ? [] : shown),
    clear: () => {
      set([]);
      document.getElementById(allId)?.focus();
    },
  };
}

/** What is picked after `id` changed, and with it all from `from` on where that is on the page. */
export function toggled(
  shown: readonly string[],
  picked: readonly string[],
  id: string,
  from: string | null,
): string[] {
  const isOn = !picked.includes(id);
  const at = shown.indexOf(id);
  const start = from === null ? -1 : shown.indexOf(from);
  const [low, high] = start < 0 ? [at, at] : [Math.min(at, start), Math.max(at, start)];
  return shown.filter((other, index) => (index >= low && index <= high ? isOn : picked.includes(other)));
}
