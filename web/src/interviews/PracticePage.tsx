import { Alert, Anchor, Button, Checkbox, Group, List, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { Link, useParams } from 'react-router';
import { useModel, type InterviewAnswerOut, type InterviewPrepOut, type InterviewQuestion } from '../api';
import { announce, Card, ErrorNotice, GrowingText, Loaded, Page, Tag, useKept } from '../ui';
import { NotFound } from '../shell/RouteError';
import { useAnswer, useAnswers, usePrep } from './api';
import { Feedback } from './Feedback';
import { countWords, evidenceOf, inOrder } from './practice';
import { t } from './strings';
import classes from './interviews.module.css';

const PARTS = ['situation', 'task', 'action', 'result'] as const;

/** One question: why it is asked, what the profile has for it, tries with feedback. */
export function PracticePage() {
  const { prepId = '', questionId = '' } = useParams();
  const prep = usePrep(prepId);
  const questions = prep.data ? inOrder(prep.data.questions) : [];
  const index = questions.findIndex(({ id }) => id === questionId);
  const question = questions[index];
  if (prep.data && !question) return <NotFound />;
  return (
    <Page
      title={question?.question ?? t.title}
      back={{ to: `/interviews/${prepId}`, label: t.practice.back }}
      lead={
        question && (
          <Group gap="xs">
            <Tag tone="brand">{t.categories[question.category]}</Tag>
            <span>{t.practice.place(index + 1, questions.length)}</span>
          </Group>
        )
      }
      actions={
        question && <Neighbours prepId={prepId} before={questions[index - 1]} after={questions[index + 1]} />
      }
    >
      <Loaded query={prep}>
        {(data) => question && <Practice key={question.id} prep={data} question={question} />}
      </Loaded>
    </Page>
  );
}

interface NeighboursProps {
  prepId: string;
  before: InterviewQuestion | undefined;
  after: InterviewQuestion | undefined;
}

function Neighbours({ prepId, before, after }: NeighboursProps) {
  return (
    <>
      {before && (
        <Button
          component={Link}
          to={`/interviews/${prepId}/${before.id}`}
          variant="default"
          px="xs"
          aria-label={t.practice.previous}
        >
          <IconChevronLeft size={18} aria-hidden />
        </Button>
      )}
      {after && (
        <Button
          component={Link}
          to={`/interviews/${prepId}/${after.id}`}
          variant="default"
          px="xs"
          aria-label={t.practice.next}
        >
          <IconChevronRight size={18} aria-hidden />
        </Button>
      )}
    </>
  );
}

function Practice({ prep, question }: { prep: InterviewPrepOut; question: InterviewQuestion }) {
  const answers = useAnswers(prep.id, question.id);
  const [shown, setShown] = useState<string | null>(null);
  const [text, setText, clear] = useKept(`practice-${prep.id}-${question.id}`, '');
  const tries = answers.data?.items ?? [];
  const current = tries.find(({ id }) => id === shown) ?? tries[0];
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <div className={classes.columns}>
      <div>
        <Card mb="md">
          <AnswerForm
            prepId={prep.id}
            questionId={question.id}
            text={text}
            onText={setText}
            isAgain={tries.length > 0}
            onDone={(answer) => {
              clear();
              setShown(answer.id);
              announce(t.feedback.announced(answer.score));
              requestAnimationFrame(() => heading.current?.focus());
            }}
          />
        </Card>
        <Loaded query={answers}>
          {() =>
            current && (
              <>
                <Feedback ref={heading} answer={current} prep={prep} />
                <Tries tries={tries} current={current} onShow={setShown} onTake={setText} />
              </>
            )
          }
        </Loaded>
      </div>
      <div className={classes.aside}>
        <Why prep={prep} question={question} />
        <Outline question={question} />
      </div>
    </div>
  );
}

interface AnswerFormProps {
  prepId: string;
  questionId: string;
  text: string;
  onText: (text: string) => void;
  isAgain: boolean;
  onDone: (answer: InterviewAnswerOut) => void;
}

function AnswerForm({ prepId, questionId, text, onText, isAgain, onDone }: AnswerFormProps) {
  const model = useModel();
  const [byModel, setByModel] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const answer = useAnswer(prepId, questionId);
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer.isPending) return;
    if (!text.trim()) {
      setMissing(true);
      field.current?.focus();
      return;
    }
    answer.mutate(
      { answer: text.trim(), engine: byModel && model.data ? 'llm' : 'builtin' },
      { onSuccess: onDone },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      {answer.isError && <ErrorNotice error={answer.error} />}
      <GrowingText
        ref={field}
        label={t.practice.label}
        placeholder={t.practice.placeholder}
        description={text.trim() ? t.practice.words(countWords(text)) : t.practice.none}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        dir="auto"
        minRows={6}
        maxRows={18}
        maxLength={10_000}
        value={text}
        error={isMissing && !text.trim() && t.practice.empty}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {model.data && (
        <Checkbox
          mt="sm"
          label={t.practice.llm(model.data.model, model.data.host)}
          description={t.practice.llmHint}
          checked={byModel}
          onChange={(event) => setByModel(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" mt="sm">
        <Button type="submit" loading={answer.isPending}>
          {isAgain ? t.practice.again : t.practice.submit}
        </Button>
      </Group>
    </form>
  );
}

interface TriesProps {
  tries: InterviewAnswerOut[];
  current: InterviewAnswerOut;
  onShow: (id: string) => void;
  onTake: (text: string) => void;
}

function Tries({ tries, current, onShow, onTake }: TriesProps) {
  return (
    <Card component="section" aria-labelledby="tries">
      <Title order={2} id="tries" mb="xs">
        {t.practice.tries}
      </Title>
      <Group gap="xs" mb="sm">
        {tries.map(({ id, attempt, score }) => (
          <Button
            key={id}
            size="compact-sm"
            variant={id === current.id ? 'filled' : 'default'}
            aria-pressed={id === current.id}
            onClick={() => onShow(id)}
          >
            {`${t.practice.try(attempt)}: ${t.prep.best(score)}`}
          </Button>
        ))}
      </Group>
      <Text size="sm" dir="auto" className={classes.words}>
        {current.answer}
      </Text>
      <Button size="compact-sm" variant="default" mt="sm" onClick={() => onTake(current.answer)}>
        {t.practice.restore}
      </Button>
    </Card>
  );
}

function Why({ prep, question }: { prep: InterviewPrepOut; question: InterviewQuestion }) {
  const evidence = evidenceOf(prep, question.evidence);
  const { kind, text } = question.prompted_by;
  const source =
    kind === 'document' || kind === 'posting' || kind === 'profile' ? t.practice.prompted[kind] : '';
  return (
    <Card component="section" aria-labelledby="why">
      <Title order={2} id="why" mb="xs">
        {t.practice.why}
      </Title>
      <Text size="sm" dir="auto">
        {question.why_asked}
      </Text>
      {source && text && (
        <Text size="sm" c="dimmed" mt={4} dir="auto">
          {`${source}: “${text}”`}
        </Text>
      )}
      <Title order={3} mt="md" mb={4}>
        {t.practice.evidence}
      </Title>
      {evidence.length ? (
        <List size="sm" spacing={4}>
          {evidence.map(({ text: fact, itemId }) => (
            <List.Item key={fact}>
              <Anchor component={Link} to={`/profile#${itemId}`} size="sm" dir="auto">
                {fact}
              </Anchor>
            </List.Item>
          ))}
        </List>
      ) : question.category === 'company' ? (
        <Text size="sm" c="dimmed">
          {t.practice.notNeeded}
        </Text>
      ) : (
        <Alert color="yellow" variant="outline" p="xs" icon={<IconAlertTriangle aria-hidden />}>
          {t.practice.noEvidence}{' '}
          <Anchor component={Link} to="/profile" size="sm">
            {t.practice.addFact}
          </Anchor>
        </Alert>
      )}
      {question.points.length > 0 && (
        <>
          <Title order={3} mt="md" mb={4}>
            {t.practice.points}
          </Title>
          <Group gap={6}>
            {question.points.map((point) => (
              <Tag key={point}>{point}</Tag>
            ))}
          </Group>
        </>
      )}
    </Card>
  );
}

function Outline({ question }: { question: InterviewQuestion }) {
  return (
    <Card component="section" aria-labelledby="outline">
      <Title order={2} id="outline">
        {t.practice.outline}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t.practice.outlineHint}
      </Text>
      <dl className={classes.outline}>
        {PARTS.map((part) => {
          const { text, hint } = question.outline[part];
          return (
            <div key={part}>
              <dt>{t.parts[part]}</dt>
              <dd dir="auto">
                {text || (
                  <>
                    <Tag tone="info">{t.practice.hint}</Tag> {hint}
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
