import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../shell/shortcuts';
import { announce, shortDay } from '../ui';
import { applicationKeys } from './api';
import { keepSent, type Slot, type SentField } from './sent';
import { t } from './strings';
import classes from './applications.module.css';

interface SentQuestionProps {
  applicationId: string;
  slots: Slot[];
  onAnswer: (field: SentField, documentId: string) => void;
  onSkip: () => void;
}

/** Asks which documents went out, one kind after the other. Escape skips it all; it goes away by itself too. */
export function SentQuestion({ applicationId, slots, onAnswer, onSkip }: SentQuestionProps) {
  const queries = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const origin = useRef<HTMLElement | null>(null);
  const [kept, setKept] = useState<string[]>([]);
  const slot = slots[kept.length];
  const focusFirst = () => box.current?.querySelector('button')?.focus();
  const leave = () => {
    if (box.current?.contains(document.activeElement)) origin.current?.focus();
  };
  const keep = useMutation({
    mutationFn: ({ field, id }: { field: SentField; id: string; title: string }) =>
      keepSent(applicationId, field, id),
    onSuccess: (_application, { field, id, title }) => {
      onAnswer(field, id);
      announce(t.sent.kept[field](title));
      if (kept.length + 1 === slots.length) leave();
      setKept([...kept, t.sent.kept[field](title)]);
      void queries.invalidateQueries({ queryKey: applicationKeys.all });
    },
  });
  useShortcuts([
    {
      keys: 's',
      label: t.sent.answer,
      isLocal: true,
      isOn: () => slot !== undefined,
      run: () => {
        origin.current = document.activeElement as HTMLElement | null;
        focusFirst();
      },
    },
  ]);
  // The next question takes the place of the button that was pressed.
  const wasInside = useRef(false);
  useEffect(() => {
    if (kept.length && wasInside.current) focusFirst();
  }, [kept.length]);
  const skip = useRef(onSkip);
  useEffect(() => {
    skip.current = () => {
      leave();
      onSkip();
    };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof Element && event.target.closest('[role=menu],[role=dialog]');
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) skip.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div ref={box}>
      {kept.map((line) => (
        <Text key={line} size="sm" c="dimmed" mt={4} dir="auto">
          {line}
        </Text>
      ))}
      {slot && (
        <div role="group" aria-label={t.sent.ask[slot.field]}>
          <Text size="sm" fw={600} mt="xs" mb={4}>
            {t.sent.ask[slot.field]}
          </Text>
          <div className={classes.choices}>
            {slot.documents.map(({ id, title, version_number, updated_at }) => (
              <Button
                key={id}
                size="compact-sm"
                variant="default"
                justify="flex-start"
                classNames={{ root: classes.choice, label: classes.choiceLabel }}
                // Not disabled meanwhile: that would lose the focus.
                onClick={() => {
                  if (keep.isPending) return;
                  wasInside.current = Boolean(box.current?.contains(document.activeElement));
                  keep.mutate({ field: slot.field, id, title });
                }}
              >
                {t.sent.choice(title, version_number, shortDay(updated_at))}
              </Button>
            ))}
          </div>
          <Group justify="flex-end" mt={4} gap="xs" wrap="nowrap">
            <Text size="xs" c="dimmed" className={classes.keys}>
              {t.sent.keys}
            </Text>
            <Button size="compact-xs" variant="subtle" onClick={() => skip.current()}>
              {t.sent.skip}
            </Button>
          </Group>
        </div>
      )}
    </div>
  );
}
