import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

const PAUSE_MS = 3000;
let text = '';
let saidAt = 0;
const listeners = new Set<() => void>();

/** Says something to screen readers, politely and once; for what sighted people see happen. */
export function announce(message: string): void {
  // The same words again are only spoken when the text differs, hence the changing space.
  text = text === message ? `${message}\u00a0` : message;
  saidAt = Date.now();
  listeners.forEach((listener) => listener());
}

/** Says what happened elsewhere, once what somebody's own doing brought about has been said. */
export function announceNews(message: string): void {
  const left = saidAt + PAUSE_MS - Date.now();
  if (left <= 0) announce(message);
  else setTimeout(() => announceNews(message), left);
}

export function LiveRegion() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => text,
  );
  return (
    <VisuallyHidden role="status" aria-live="polite" data-testid="live-region">
      {current}
    </VisuallyHidden>
  );
}
