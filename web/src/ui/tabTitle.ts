import { t } from '../strings';

let title = '';
let count = 0;

function show(): void {
  document.title = `${count ? `(${count}) ` : ''}${title ? `${title} · ` : ''}${t.name}`;
}

/** What the page is called in the browser's tab. */
export function setTabTitle(next: string): void {
  title = next;
  show();
}

/** What waits to be read, in front of the title; nothing stands there for 0. */
export function setTabCount(next: number): void {
  if (next === count) return;
  count = next;
  show();
}
