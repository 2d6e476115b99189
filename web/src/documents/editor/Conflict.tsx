import { Alert, Button, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { linesOf, toDraft, type Draft } from './content';
import { fieldsOf, shownField } from './fields';
import type { EditorState, EditorStore } from './store';
import { t } from './strings';

/** Two versions that went on from the same one: what stands in only one of them, and which goes on. */
export function Conflict({ store, state }: { store: EditorStore; state: EditorState }) {
  const theirs = state.conflict;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Nothing is saved before it is settled: who types further down must not miss it. In braces, for newer browsers
    // return a promise here.
    alert.current?.scrollIntoView({ block: 'center' });
  }, [theirs]);
  if (!theirs) return null;
  const { mine: ours, theirs: others } = onlyIn(saidIn(state.draft), saidIn(toDraft(theirs.content)));
  return (
    <Alert
      ref={alert}
      color="yellow"
      variant="outline"
      mb="md"
      role="alert"
      icon={<IconArrowsSplit2 aria-hidden />}
      title={t.conflict.title}
    >
      <Text size="sm">{t.conflict.text}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
        <Side title={t.conflict.mine} lines={ours} />
        <Side title={t.conflict.theirs(theirs.version_number)} lines={others} />
      </SimpleGrid>
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={() => store.settle('mine')}>
          {t.conflict.keepMine}
        </Button>
        <Button size="xs" variant="default" onClick={() => store.settle('theirs')}>
          {t.conflict.takeTheirs(theirs.version_number)}
        </Button>
      </Group>
    </Alert>
  );
}

/** What a document says, in order: its fields by name, its lines as they are. */
const saidIn = (draft: Draft): string[] => [
  ...fieldsOf(draft).map(({ name, text }) => t.fields.said(t.fields[name], shownField(name, text))),
  ...linesOf(draft).map(({ text }) => text),
];

/** What stands on one side only. */
function onlyIn(own: string[], others: string[]): { mine: string[]; theirs: string[] } {
  return {
    mine: own.filter((text) => !others.includes(text)),
    theirs: others.filter((text) => !own.includes(text)),
  };
}

function Side({ title, lines }: { title: string; lines: string[] }) {
  return (
    <section>
      <Title order={2} size="sm">
        {title}
      </Title>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.conflict.nothing}
        </Text>
      ) : (
        <List size="sm">
          {lines.map((text, index) => (
            <List.Item key={index} dir="auto">
              {text}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
