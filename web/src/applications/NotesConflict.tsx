import { Alert, Box, Button, Group, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { showUndo } from '../ui';
import { joined, linesOf, MOST, type NotesDraft, type NotesState } from './notesDraft';
import { t } from './strings';
import classes from './applications.module.css';

const words = t.detail.notes.conflict;

/** What two windows wrote into the notes, and which of it goes on. */
export function NotesConflict({ draft, state: { text, theirs } }: { draft: NotesDraft; state: NotesState }) {
  const lead = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Nothing is saved before it is settled: its beginning comes into sight, and the field above it stays there for who
    // is typing. In braces, for newer browsers return a promise here.
    lead.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const takeTheirs = () => {
    draft.choose('theirs');
    showUndo(words.taken, { undo: () => draft.change(text) });
  };
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="outline"
      mt="sm"
      icon={<IconArrowsSplit2 aria-hidden />}
      title={words.title}
    >
      <Text ref={lead} size="sm">
        {words.text}
      </Text>
      <div className={classes.sides}>
        <Side title={words.mine} text={text} other={theirs} />
        <Side title={words.theirs} text={theirs} other={text} />
      </div>
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={() => draft.choose('mine')}>
          {words.keepMine}
        </Button>
        <Button size="xs" variant="default" onClick={takeTheirs}>
          {words.takeTheirs}
        </Button>
        {joined(text, theirs).length <= MOST && (
          <Button size="xs" variant="default" onClick={() => draft.choose('both')}>
            {words.keepBoth}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** The whole text of one side; what stands there only is marked. */
function Side({ title, text, other }: { title: string; text: string; other: string }) {
  const id = useId();
  return (
    <div>
      <Text size="xs" c="dimmed" id={id}>
        {title}
      </Text>
      {/* Long notes scroll in their box, which therefore takes the focus. */}
      <Box className={classes.side} dir="auto" role="group" aria-labelledby={id} tabIndex={0}>
        {text
          ? linesOf(text, other).map(({ line, isOnlyHere }, index) => (
              <span key={index}>
                {index > 0 && '\n'}
                {isOnlyHere ? <mark className={classes.only}>{line}</mark> : line}
              </span>
            ))
          : words.empty}
      </Box>
    </div>
  );
}
