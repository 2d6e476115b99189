import { ActionIcon, Button, Group, Input } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { announce, GrowingText, showUndo } from '../ui';
import { stepped } from './editor/draft';
import { t } from './strings';
import classes from './profiles.module.css';

interface BulletsProps {
  id: string;
  label: ReactNode;
  value: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
  readOnly?: boolean;
}

/** A list of statements, a field each. Enter makes the next one, Alt with an arrow moves it. */
export function Bullets({ id, label, value, onChange, error, readOnly = false }: BulletsProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const focus = (index: number, part = 'textarea') =>
    requestAnimationFrame(() => {
      const line = box.current?.querySelectorAll<HTMLElement>('[data-bullet]').item(index);
      line?.querySelector<HTMLElement>(part)?.focus();
    });
  const set = (index: number, text: string) => {
    const lines = text.split('\n');
    onChange([...value.slice(0, index), ...lines, ...value.slice(index + 1)]);
    if (lines.length > 1) focus(index + lines.length - 1);
  };
  const move = (index: number, step: 1 | -1, part: string) => {
    const place = index + step;
    if (place < 0 || place >= value.length) return;
    onChange(stepped(value, index, step));
    announce(t.bullets.moved(place + 1, value.length));
    focus(place, part);
  };
  const remove = (index: number) => {
    const text = value[index] ?? '';
    onChange(value.filter((_, at) => at !== index));
    focus(Math.max(0, index - 1));
    if (text.trim())
      showUndo(t.bullets.removed, {
        undo: () => onChange([...latest.current.slice(0, index), text, ...latest.current.slice(index)]),
      });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    const { selectionStart, selectionEnd, value: text } = event.currentTarget;
    if (event.nativeEvent.isComposing || readOnly) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(index, event.key === 'ArrowUp' ? -1 : 1, 'textarea');
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      set(index, `${text.slice(0, selectionStart)}\n${text.slice(selectionEnd)}`);
    } else if (event.key === 'Backspace' && !text && value.length > 1) {
      event.preventDefault();
      remove(index);
    }
  };
  return (
    <Input.Wrapper id={id} label={label} error={error} labelElement="div">
      <div ref={box} role="list" className={classes.bullets}>
        {value.map((text, index) => (
          <div key={index} role="listitem" data-bullet className={classes.bullet}>
            <GrowingText
              id={index === 0 ? id : undefined}
              aria-label={t.bullets.one(index + 1)}
              dir="auto"
              minRows={1}
              maxRows={8}
              readOnly={readOnly}
              value={text}
              onChange={(event) => set(index, event.currentTarget.value)}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
            {!readOnly && (
              <Group gap={0} wrap="nowrap" className={classes.tools}>
                <Tool
                  name="up"
                  label={t.bullets.up(index + 1)}
                  isOff={index === 0}
                  onClick={() => move(index, -1, '[data-tool=up]')}
                />
                <Tool
                  name="down"
                  label={t.bullets.down(index + 1)}
                  isOff={index === value.length - 1}
                  onClick={() => move(index, 1, '[data-tool=down]')}
                />
                <Tool name="remove" label={t.bullets.remove(index + 1)} onClick={() => remove(index)} />
              </Group>
            )}
          </div>
        ))}
      </div>
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            onChange([...value, '']);
            focus(value.length);
          }}
        >
          {t.bullets.add}
        </Button>
      )}
    </Input.Wrapper>
  );
}

const ICONS = { up: IconArrowUp, down: IconArrowDown, remove: IconX };

interface ToolProps {
  name: keyof typeof ICONS;
  label: string;
  isOff?: boolean;
  onClick: () => void;
}

/** Stays focusable where it can do nothing, so that a moved line keeps the focus. */
export function Tool({ name, label, isOff = false, onClick }: ToolProps) {
  const Icon = ICONS[name];
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="dimmed"
      size={28}
      aria-label={label}
      aria-disabled={isOff || undefined}
      data-tool={name}
      className={classes.tool}
      onClick={isOff ? undefined : onClick}
    >
      <Icon size={15} aria-hidden />
    </ActionIcon>
  );
}
