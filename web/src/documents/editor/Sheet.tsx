import { Text } from '@mantine/core';
import { useCallback, useLayoutEffect, type RefObject } from 'react';
import type { DocumentOut } from '../../api';
import { showUndo } from '../../ui';
import { addToItem, lineAt, removeLine, type Draft, type DraftSection } from './content';
import classes from './editor.module.css';
import { Entry } from './Entry';
import { addFact, factPlaceOf } from './facts';
import { FieldInput } from './FieldInput';
import { LETTER_FIELDS } from './fields';
import { Header } from './Header';
import { SectionOrder } from './SectionOrder';
import type { EditorStore } from './store';
import { t } from './strings';

interface SheetProps {
  store: EditorStore;
  draft: Draft;
  current: string | null;
  saved: DocumentOut;
  sheet: RefObject<HTMLElement | null>;
  /** Where pages begin is not known for the text as it stands: the marks keep their room and say nothing. */
  isCounting: boolean;
  onShow: (key: string, isFocused: boolean) => void;
}

/** The document to type in: the same order as on the page, without its look. */
export function Sheet({ store, draft, current, saved, sheet, isCounting, onShow }: SheetProps) {
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
  // Stays the same while one line is typed, so that the other sections need not be drawn again.
  const entries = useCallback(
    (section: DraftSection) =>
      section.items.map((item) => (
        <Entry
          key={item.key}
          store={store}
          kind={section.kind}
          sectionTitle={section.title}
          item={item}
          current={item.sentences.some(({ key }) => key === current) ? current : null}
          saved={saved}
          onShow={onShow}
          onDelete={remove}
          onFact={factPlaceOf(section, item) ? fact : null}
        />
      )),
    [store, current, saved, onShow, remove, fact],
  );
  return (
    <article dir="auto" ref={sheet} data-counting={isCounting || undefined}>
      <Header store={store} header={draft.header} isLetter={isLetter} saved={saved} />
      {isLetter && (
        <div className={classes.letter}>
          {LETTER_FIELDS.map((name) => (
            <div key={name}>
              <Text size="xs" c="dimmed" aria-hidden px="0.4rem">
                {t.fields[name]}
              </Text>
              <FieldInput
                store={store}
                name={name}
                kind={name}
                label={t.fields[name]}
                text={draft[name]}
                judged={store.fieldVerdict(name, draft[name])}
              />
            </div>
          ))}
        </div>
      )}
      <SectionOrder store={store} sections={draft.sections} saved={saved}>
        {entries}
      </SectionOrder>
    </article>
  );
}

const fieldOf = (sheet: HTMLElement | null, key: string) =>
  sheet?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `:is([data-line="${key}"], [data-field="${key}"]) :is(textarea, input)`,
  );
