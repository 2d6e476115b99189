import { Highlight } from '@mantine/core';

const LOOK = { background: 'var(--jw-warn-bg)', color: 'inherit' };

/** A text of a list with the words that were searched for marked, in whatever case and with whatever accents. */
export function Found({ words, children }: { words: string; children: string }) {
  if (!words) return children;
  return (
    <Highlight component="span" inherit highlightStyles={LOOK} highlight={words.split(/[\s"]+/)}>
      {children}
    </Highlight>
  );
}
