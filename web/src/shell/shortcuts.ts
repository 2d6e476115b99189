/** Keys: pages register what works on them, the help dialog lists exactly that. */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** `n`, `/`, `?`, a sequence such as `g d`, or with the platform's modifier `mod+k`, `mod+shift+z`. */
  keys: string;
  label: string;
  run: () => void;
  /** Listed under "On this page". */
  isLocal?: boolean;
  /** Where it says no, the key is left to the browser. */
  isOn?: () => boolean;
}

const SEQUENCE_MILLISECONDS = 1200;
const STORED = 'jobwise-single-keys';

let shortcuts: readonly Shortcut[] = [];
let isOn = read();
let pendingKey = '';
let pendingSince = 0;
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

function changed(): void {
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useShortcutList = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => shortcuts);
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, () => isOn);

/** Single keys can be switched off (WCAG 2.1.4); combinations with a modifier stay. */
export function setSingleKeys(value: boolean): void {
  isOn = value;
  try {
    localStorage.setItem(STORED, value ? 'on' : 'off');
  } catch {
    // Then it holds for this visit.
  }
  changed();
}

/** Registers keys for as long as the component is on the page; the latest registration of a key wins. */
export function useShortcuts(list: Shortcut[]): void {
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const signature = list.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    const registered = latest.current.map((shortcut, index): Shortcut => ({
      ...shortcut,
      run: () => latest.current[index]?.run(),
      isOn: () => latest.current[index]?.isOn?.() ?? true,
    }));
    shortcuts = [...shortcuts, ...registered];
    changed();
    return () => {
      shortcuts = shortcuts.filter((shortcut) => !registered.includes(shortcut));
      changed();
    };
  }, [signature]);
}

/** Whether keys write text there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      Boolean(
        target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=textbox]'),
      ))
  );
}

/** Returns what this key press, after what was pressed before, means; `null` for nothing. */
export function match(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  before: string,
  available: readonly Shortcut[],
): Shortcut | 'prefix' | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const hasModifier = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  const modifiers = event.shiftKey ? 'mod+shift+' : 'mod+';
  const pressed = hasModifier ? modifiers + key : before ? `${before} ${key}` : key;
  const found = available.findLast(({ keys, isOn = () => true }) => keys === pressed && isOn());
  if (found) return found;
  return !hasModifier && available.some(({ keys }) => keys.startsWith(`${pressed} `)) ? 'prefix' : null;
}

export function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const hasModifier = event.ctrlKey || event.metaKey;
  if (
    !hasModifier &&
    (!isOn || isTyping(event.target) || document.querySelector('[role=dialog][aria-modal=true]'))
  )
    return;
  const before = event.timeStamp - pendingSince < SEQUENCE_MILLISECONDS ? pendingKey : '';
  const found = match(event, before, shortcuts) ?? (before ? match(event, '', shortcuts) : null);
  pendingKey = '';
  if (found === 'prefix') {
    pendingKey = event.key.toLowerCase();
    pendingSince = event.timeStamp;
  } else if (found) {
    event.preventDefault();
    found.run();
  }
}
