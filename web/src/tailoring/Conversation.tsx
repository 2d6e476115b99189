import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { entriesOf, isAwaited, isWorking, type Entry, type Session } from './conversation';
import { t } from './strings';
import classes from './tailoring.module.css';

const NEAR = 80;

/** All that was said. New entries are read out once, in order: that is what a log is to a screen reader. */
export function Conversation({ session }: { session: Session }) {
  const entries = entriesOf(session.messages);
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const last = entries.at(-1)?.seq;
  useEffect(() => {
    // Who reads further up is not pulled down.
    if (isAtEnd.current) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [last]);
  useEffect(() => {
    const box = log.current;
    if (!box) return;
    // A phone's keyboard takes half of the room: what was last said stays in sight above it.
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) box.scrollTo({ top: box.scrollHeight });
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <div
        ref={log}
        className={classes.log}
        role="log"
        aria-label={t.log.title}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
        }}
      >
        {entries.map((entry) => (
          <EntryRow key={entry.seq} entry={entry} />
        ))}
        {!entries.length && (
          <Text size="sm" c="dimmed">
            {t.log.empty}
          </Text>
        )}
      </div>
      <Text size="sm" c="dimmed" className={classes.thinking}>
        {isAwaited(session) && !isWorking(session) && t.log.thinking}
      </Text>
    </>
  );
}

function EntryRow({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case 'user':
    case 'assistant':
      return (
        <div className={classes.entry} data-kind={entry.kind}>
          <Text size="xs" c="dimmed">
            {entry.kind === 'user' ? t.log.you : t.log.assistant}
          </Text>
          <Text size="sm" dir="auto" className={classes.words}>
            {entry.text}
          </Text>
        </div>
      );
    case 'question':
      return (
        <div className={classes.entry} data-kind="assistant">
          <Text size="xs" c="dimmed">
            {t.log.question}
          </Text>
          <Text size="sm" fw={600} dir="auto">
            {entry.text}
          </Text>
          <Text size="sm" c="dimmed" dir="auto">
            {t.log.why(entry.reason)}
          </Text>
        </div>
      );
    case 'update':
      return <Note>{t.log.update(entry.version, entry.changes)}</Note>;
    case 'completed':
      return <Note>{t.log.completed(entry.score)}</Note>;
    case 'stopped':
      return <Note>{t.log.stopped}</Note>;
  }
}

function Note({ children }: { children: string }) {
  return (
    <Text size="sm" className={classes.note}>
      {children}
    </Text>
  );
}
