import type { KeyboardEvent } from 'react';

/** Enter sends, Shift+Enter makes a line; while an input method composes, Enter is its own. */
export function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
