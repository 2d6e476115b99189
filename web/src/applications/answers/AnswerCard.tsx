import { ActionIcon, Button, CopyButton, Group, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { ReusableAnswer } from '../../api';
import { announce, Card, removeWithUndo } from '../../ui';
import { useDeleteAnswer } from './api';
import { AnswerForm } from './AnswerForm';
import { t } from './strings';
import classes from './answers.module.css';

/** A question with its answer, to copy; it is edited where it stands. */
export function AnswerCard({ item }: { item: ReusableAnswer }) {
  const { id, question, answer } = item;
  const [isEdited, setEdited] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const remove = useDeleteAnswer();
  if (isEdited)
    return (
      <Card component="li">
        <AnswerForm
          id={id}
          initial={{ question, answer }}
          onEnd={() => {
            setEdited(false);
            requestAnimationFrame(() => edit.current?.focus());
          }}
        />
      </Card>
    );
  return (
    <Card component="li">
      <Group justify="flex-end" align="flex-start" gap="xs">
        <Title order={2} size="sm" dir="auto" className={classes.question}>
          {question}
        </Title>
        <Group gap={4} wrap="nowrap">
          <CopyButton value={answer}>
            {({ copied, copy }) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t.copyLabel(question)}
                leftSection={
                  copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                }
                onClick={() => {
                  copy();
                  announce(t.copied);
                }}
              >
                {copied ? t.copied : t.copy}
              </Button>
            )}
          </CopyButton>
          <ActionIcon
            ref={edit}
            variant="subtle"
            color="gray"
            c="dimmed"
            aria-label={t.editLabel(question)}
            onClick={() => setEdited(true)}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            aria-label={t.deleteLabel(question)}
            onClick={() =>
              removeWithUndo({ ids: [id], message: t.deleted(question), commit: () => remove(id) })
            }
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Text size="sm" dir="auto" mt={4} className={classes.words}>
        {answer}
      </Text>
    </Card>
  );
}
