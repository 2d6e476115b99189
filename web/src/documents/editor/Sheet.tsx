import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useLayoutEffect, type RefObject } from 'react';
import { careerSpan, showUndo } from '../../ui';
import {
  addToItem,
  lineAt,
  newLine,
  removeLine,
  type Draft,
  type DraftItem,
  type DraftSection,
} from './content';
import classes from './editor.module.css';
import { addFact, factPlaceOf } from './facts';
import { LineRow } from './LineRow';
import { SectionOrder } from './SectionOrder';
import type { EditorStore } from './store';
import { t } from './strings';

interface SheetProps {
  store: EditorStore;
  draft: Draft;
  current: string | null;
  isWaiting: boolean;
  sheet: RefObject<HTMLElement | null>;
  onShow: (key: string, isFocused: boolean) => void;
}

/** The document to type in: the same order as on the page, without its look. */
export function Sheet({ store, draft, current, isWaiting, sheet, onShow }: SheetProps) {
  const { header, sections } = draft;
  // After each change: splitting, joining, undo and links say where the caret belongs.
  useLayoutEffect(() => {
    const caret = store.takeCaret();
    const field = caret && fieldOf(sheet.current, caret.key);
    if (!field) return;
    field.focus();
    field.setSelectionRange(caret.at, caret.at);
  });
  const isLetter = draft.document_type === 'cover_letter';
  const remove = useCallback(
    (key: string) => {
      const found = lineAt(store.getState().draft, key);
      if (!found) return;
      const at = found.item.sentences.indexOf(found.line);
      store.change(removeLine(store.getState().draft, key));
      showUndo(t.actions.deleted, {
        undo: () => {
          const now = store.getState().draft;
          if (!lineAt(now, key)) store.change(addToItem(now, found.item.key, found.line, at));
        },
      });
    },
    [store],
  );
  const fact = useCallback((key: string) => void addFact(store, key), [store]);
  const text = (name: 'subject' | 'recipient') => ({
    label: t[name],
    dir: 'auto',
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      store.change({ ...store.getState().draft, [name]: event.currentTarget.value }, name),
  });
  return (
    <article dir="auto" ref={sheet}>
      <Text fw={700} size="lg">
        {header.full_name}
      </Text>
      <Text size="sm" c="dimmed" mb="md">
        {[header.email, header.phone, header.location, ...header.links].filter(Boolean).join(' · ')}
      </Text>
      {isLetter ? (
        <Group grow mb="md" align="flex-start">
          <TextInput {...text('recipient')} />
          <TextInput {...text('subject')} />
        </Group>
      ) : (
        <TextInput
          label={t.headline}
          dir="auto"
          mb="md"
          value={header.headline}
          onChange={(event) => {
            const now = store.getState().draft;
            store.change(
              { ...now, header: { ...now.header, headline: event.currentTarget.value } },
              'headline',
            );
          }}
        />
      )}
      <SectionOrder store={store} sections={sections}>
        {(section) =>
          section.items.map((item) => (
            <ItemLines
              key={item.key}
              store={store}
              section={section}
              item={item}
              current={current}
              isWaiting={isWaiting}
              onShow={onShow}
              onDelete={remove}
              onFact={factPlaceOf(section, item) ? fact : null}
            />
          ))
        }
      </SectionOrder>
    </article>
  );
}

const fieldOf = (sheet: HTMLElement | null, key: string) =>
  sheet?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-line="${key}"] :is(textarea, input)`);

interface ItemLinesProps {
  store: EditorStore;
  section: DraftSection;
  item: DraftItem;
  current: string | null;
  isWaiting: boolean;
  onShow: (key: string, isFocused: boolean) => void;
  onDelete: (key: string) => void;
  onFact: ((key: string) => void) | null;
}

function ItemLines({ store, section, item, current, ...handlers }: ItemLinesProps) {
  const heading = [item.title, item.organization, item.location].filter(Boolean).join(', ');
  const dates = careerSpan(item.start_date, item.end_date, item.end_date === null && item.start_date !== '');
  const isShort = section.kind === 'skills' || section.kind === 'languages';
  const place = [section.title || t.letter, heading].filter(Boolean).join(', ');
  return (
    <div className={classes.item}>
      {(heading || dates) && (
        <Group justify="space-between" gap="xs">
          <Text fw={600} size="sm">
            {heading}
          </Text>
          <Text size="sm" c="dimmed">
            {dates}
          </Text>
        </Group>
      )}
      <div className={isShort ? classes.chips : undefined}>
        {item.sentences.map((line, index) => (
          <LineRow
            key={line.key}
            store={store}
            line={line}
            label={t.line(place, index + 1)}
            judged={store.verdictOn(line.key, line.text)}
            proven={store.provenWording(line.key, line.text)}
            isCurrent={line.key === current}
            isShort={isShort}
            {...handlers}
          />
        ))}
      </div>
      {item.sentences.length === 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={`${t.actions.addLine}: ${place}`}
          onClick={() => {
            const line = newLine('');
            store.change({
              draft: addToItem(store.getState().draft, item.key, line),
              caret: { key: line.key, at: 0 },
            });
          }}
        >
          {t.actions.addLine}
        </Button>
      )}
    </div>
  );
}
