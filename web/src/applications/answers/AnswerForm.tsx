import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { t as shared } from '../../strings';
import { FormSummary, showMessage, useForm, useKept } from '../../ui';
import { useSaveAnswer } from './api';
import { countWords } from './matching';
import { t } from './strings';

interface AnswerFormProps {
  /** Null for a new one. */
  id: string | null;
  initial: { question: string; answer: string };
  onEnd: () => void;
}

/** What is typed is kept in this browser until it is saved or given up. */
export function AnswerForm({ id, initial, onEnd }: AnswerFormProps) {
  const save = useSaveAnswer(id);
  const [kept, keep, forget] = useKept(`reusable-${id ?? initial.question}`, initial);
  const form = useForm({
    initial: kept,
    validate: ({ question, answer }) => ({
      question: question.trim() ? '' : shared.form.required,
      answer: answer.trim() ? '' : shared.form.required,
    }),
    submit: async (values) => {
      await save.mutateAsync(values);
      forget();
      showMessage(t.saved);
      onEnd();
    },
  });
  const changed = useEffectEvent(keep);
  useEffect(() => changed(form.values), [form.values]);
  const { answer } = form.values;
  return (
    <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
      <FormSummary form={form} labels={{ question: t.question, answer: t.answer }} />
      <TextInput
        {...form.field('question')}
        label={t.question}
        dir="auto"
        maxLength={500}
        mb="sm"
        autoFocus={!initial.question}
      />
      <Textarea
        {...form.field('answer')}
        label={t.answer}
        description={answer.trim() ? t.words(countWords(answer), answer.trim().length) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        dir="auto"
        autosize
        minRows={4}
        maxRows={20}
        maxLength={10_000}
        autoFocus={Boolean(initial.question)}
      />
      <Group justify="flex-end" mt="sm">
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          onClick={() => {
            forget();
            onEnd();
          }}
        >
          {shared.form.cancel}
        </Button>
        <Button type="submit" loading={form.isBusy}>
          {shared.form.save}
        </Button>
      </Group>
    </form>
  );
}
