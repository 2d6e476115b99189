import { Alert, Button, Chip, Group, List, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, type FormEvent, type RefObject } from 'react';
import type { AnswerPreviewOut, QuestionOut } from '../api';
import { ErrorNotice, GrowingText, useKept } from '../ui';
import { useAnswer, usePreview } from './api';
import { placeOfQuestion, type Session } from './conversation';
import { submitOnEnter } from './enter';
import { t } from './strings';
import classes from './tailoring.module.css';

const PAUSE = 350;

interface AnswerFormProps {
  session: Session;
  question: QuestionOut;
  focusRef: RefObject<boolean>;
  onSent: () => void;
  onAside: () => void;
}

/** The open question with its choices; what an answer becomes stands there before it can be saved. */
export function AnswerForm({ session, question, focusRef, onSent, onAside }: AnswerFormProps) {
  const { question_id: id, choices } = question;
  const [answer, setAnswer, clear] = useKept(`answer-${session.id}-${id}`, '');
  const text = answer.trim();
  const [settled] = useDebouncedValue(text, PAUSE);
  const isChoice = choices.includes(answer);
  const preview = usePreview(session.id, id, isChoice ? text : settled);
  const send = useAnswer(session.id);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusRef.current) group.current?.focus({ preventScroll: true });
  }, [focusRef]);
  const place = placeOfQuestion(session);
  const isShown = text !== '' && preview.isSuccess && (isChoice || settled === text);
  const give = (words: string) => {
    onSent();
    // The next question may stand here before the answer to this request: only the promise outlives the form.
    send.mutateAsync({ question_id: id, answer: words }).then(clear, () => undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isShown && !send.isPending) give(text);
  };
  return (
    <form onSubmit={submit} className={classes.composer}>
      <div ref={group} role="group" aria-labelledby="question-place" tabIndex={-1} className={classes.group}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="sm" id="question-place">
            {t.answer.place(place.number, place.total)}
          </Title>
          <Button variant="subtle" size="compact-xs" onClick={onAside}>
            {t.answer.instead}
          </Button>
        </Group>
        {choices.length > 0 && (
          <Chip.Group value={isChoice ? answer : ''} onChange={(value) => setAnswer(value)}>
            <Group gap={6} my="xs" role="radiogroup" aria-label={t.answer.choices}>
              {choices.map((choice) => (
                <Chip key={choice} value={choice} size="sm" variant="outline">
                  <span dir="auto">{choice}</span>
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
        <GrowingText
          label={t.answer.label}
          aria-description={question.question}
          description={choices.length ? t.answer.hint : t.answer.numberHint}
          dir="auto"
          minRows={1}
          maxRows={6}
          maxLength={4000}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
          onKeyDown={submitOnEnter}
        />
        <div role="status">{text && preview.data && isShown && <Preview preview={preview.data} />}</div>
        {preview.isError && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
        {send.isError && <ErrorNotice error={send.error} />}
        <Group justify="space-between" mt="xs">
          <Button variant="default" disabled={send.isPending} onClick={() => give('')}>
            {t.answer.skip}
          </Button>
          <Button
            type="submit"
            disabled={!text || preview.isError}
            loading={send.isPending || (text !== '' && !isShown && !preview.isError)}
          >
            {t.answer.submit}
          </Button>
        </Group>
      </div>
    </form>
  );
}

function Preview({ preview }: { preview: AnswerPreviewOut }) {
  return (
    <Alert variant="outline" mt="xs" p="xs" title={t.answer.kinds[preview.kind]}>
      {preview.facts.length ? (
        <List size="sm">
          {preview.facts.map((fact) => (
            <List.Item key={fact}>
              <span dir="auto">{fact}</span>
            </List.Item>
          ))}
        </List>
      ) : (
        <Text size="sm">{preview.message}</Text>
      )}
    </Alert>
  );
}
