import { ActionIcon, Menu, Text, Textarea, TextInput, VisuallyHidden } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconPlus,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react';
import { memo, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { Sentence } from '../../api';
import { addAfter, insertText, joinWithPrevious, moveLine, setLine, type Line } from './content';
import classes from './editor.module.css';
import type { EditorStore } from './store';
import { t } from './strings';
import { Verdict, Yours } from './Verdict';

/** Where the style sheet can have a field grow with its text, nothing has to measure it at every key. */
const GROWS = CSS.supports('field-sizing', 'content');

interface LineRowProps {
  store: EditorStore;
  line: Line;
  /** What it is called: "Experience, Mercado Verde, line 2". */
  label: string;
  judged: Sentence | null;
  /** The wording the verifier accepted last; `null` where it is the present one or there is none. */
  proven: string | null;
  isCurrent: boolean;
  /** One of several names in a row instead of a line of text. */
  isShort: boolean;
  onShow: (key: string, isFocused: boolean) => void;
  onDelete: (key: string) => void;
  /** Offered where the profile has a place for it. */
  onFact: ((key: string) => void) | null;
}

/** One sentence to type in, with the verifier's word beside it. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { store, line, label, judged, isCurrent, isShort, onShow } = props;
  const { key, text } = line;
  const isUnproven = judged !== null && judged.verdict !== 'grounded';
  const isMarked = text.trim() !== '' && (judged === null || isUnproven || judged.origin === 'user');
  const input = {
    variant: 'unstyled' as const,
    value: text,
    dir: 'auto',
    'aria-label': label,
    'aria-describedby': `${key}-state`,
    onChange: (event: { currentTarget: { value: string } }) =>
      store.change(setLine(store.getState().draft, key, { text: event.currentTarget.value }), key),
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement & HTMLInputElement>) =>
      onKey(event, store, key, isShort),
    onPaste: (event: ClipboardEvent<HTMLTextAreaElement & HTMLInputElement>) => {
      const pasted = event.clipboardData.getData('text/plain').trim();
      if (!pasted.includes('\n')) return;
      event.preventDefault();
      const { selectionStart, selectionEnd } = event.currentTarget;
      store.change(insertText(store.getState().draft, key, selectionStart ?? 0, selectionEnd ?? 0, pasted));
    },
  };
  return (
    <div
      className={isShort ? classes.chip : classes.row}
      data-line={key}
      data-verdict={judged?.verdict}
      data-current={isCurrent || undefined}
      onMouseEnter={() => onShow(key, false)}
      onFocus={() => onShow(key, true)}
    >
      {isShort ? (
        <TextInput {...input} style={{ width: `calc(${Math.max(text.length, 4)}ch + 0.75rem)` }} />
      ) : (
        <Textarea {...input} autosize={!GROWS} minRows={1} rows={1} className={classes.field} />
      )}
      <div id={`${key}-state`} className={classes.state}>
        {isMarked ? (
          <>
            <Verdict of={judged} />
            {judged?.origin !== 'builtin' && judged?.origin !== 'llm' && <Yours />}
            {isUnproven && judged.reasons[0] && (
              <Text span size="xs">
                {judged.reasons[0].message}
              </Text>
            )}
          </>
        ) : (
          judged && <VisuallyHidden>{t.verdicts[judged.verdict]}</VisuallyHidden>
        )}
      </div>
      <Actions {...props} isUnproven={isUnproven} />
    </div>
  );
});

function onKey(
  event: KeyboardEvent<HTMLTextAreaElement & HTMLInputElement>,
  store: EditorStore,
  key: string,
  isShort: boolean,
): void {
  if (event.nativeEvent.isComposing) return;
  const { draft } = store.getState();
  const { selectionStart, selectionEnd } = event.currentTarget;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    if (isShort) store.change(addAfter(draft, key));
    else store.change(insertText(draft, key, selectionStart ?? 0, selectionEnd ?? 0, '\n'));
  } else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0) {
    const joined = joinWithPrevious(draft, key);
    if (joined.draft === draft || (isShort && event.currentTarget.value)) return;
    event.preventDefault();
    store.change(joined);
  } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    store.change({
      draft: moveLine(draft, key, event.key === 'ArrowUp' ? -1 : 1),
      caret: { key, at: selectionStart ?? 0 },
    });
  }
}

function Actions({
  store,
  line: { key, text },
  proven,
  isCurrent,
  isUnproven,
  onDelete,
  onFact,
}: LineRowProps & { isUnproven: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="dimmed"
      size={26}
      className={classes.more}
      aria-label={t.actions.label(text)}
    >
      <IconDots size={16} aria-hidden />
    </ActionIcon>
  );
  // A menu for each of a hundred lines would cost more than the page.
  if (!isCurrent && !isOpen) return button;
  const { draft } = store.getState();
  return (
    <Menu position="bottom-end" opened={isOpen} onChange={setOpen} keepMounted={false}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {isUnproven && proven !== null && (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => store.change(setLine(draft, key, { text: proven }))}
          >
            {t.actions.back}
          </Menu.Item>
        )}
        {isUnproven && onFact && (
          <Menu.Item leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => onFact(key)}>
            {t.actions.fact}
          </Menu.Item>
        )}
        {isUnproven && (proven !== null || onFact) && <Menu.Divider />}
        <Menu.Item
          leftSection={<IconArrowUp size={16} aria-hidden />}
          onClick={() => store.change(moveLine(draft, key, -1))}
        >
          {t.actions.up}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} aria-hidden />}
          onClick={() => store.change(moveLine(draft, key, 1))}
        >
          {t.actions.down}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => store.change(addAfter(draft, key))}
        >
          {t.actions.add}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => onDelete(key)}>
          {t.actions.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
