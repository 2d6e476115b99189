import {
  Alert,
  Anchor,
  Button,
  Group,
  List,
  RingProgress,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { InterviewPrepOut, InterviewProgress } from '../api';
import { t as shared } from '../strings';
import { Card, ErrorNotice, Loaded, Page, Tag } from '../ui';
import { useAnswers, usePrep, useProgress, useSheet, useStartPrep, type SheetFormat } from './api';
import { bestScores, byCategory, evidenceOf, inOrder, readyQuestions } from './practice';
import { t } from './strings';
import classes from './interviews.module.css';

const SLOW_MILLISECONDS = 10_000;

/** What to expect, how far one is, what to revise, what to ask. */
export function PrepPage() {
  const { prepId = '' } = useParams();
  const prep = usePrep(prepId);
  return (
    <Page
      title={t.title}
      lead={
        prep.data && (
          <Anchor component={Link} to={`/jobs/${prep.data.job_id}`} dir="auto">
            {t.nameOf(prep.data.job_title, prep.data.company) || t.untitled}
          </Anchor>
        )
      }
      actions={prep.data?.status === 'completed' && <Downloads id={prepId} />}
    >
      <Loaded query={prep}>
        {(data) => {
          if (data.status === 'pending') return <Making />;
          if (data.status === 'failed') return <Failed prep={data} />;
          return <Ready prep={data} />;
        }}
      </Loaded>
    </Page>
  );
}

function Downloads({ id }: { id: string }) {
  const sheet = useSheet(id);
  const formats: { format: SheetFormat; label: string }[] = [
    { format: 'pdf', label: t.prep.pdf },
    { format: 'markdown', label: t.prep.markdown },
  ];
  return formats.map(({ format, label }) => (
    <Button
      key={format}
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      aria-label={t.prep.downloadLabel(label)}
      loading={sheet.isPending && sheet.variables === format}
      onClick={() => sheet.mutate(format)}
    >
      {label}
    </Button>
  ));
}

function Making() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Card aria-busy="true">
      <div role="status">
        <Title order={2}>{t.making.title}</Title>
        <Text c="dimmed">{t.making.text}</Text>
        {isSlow && <Text mt="xs">{t.making.leave}</Text>}
      </div>
      <Stack gap="sm" mt="md">
        {[90, 75, 82].map((width) => (
          <Skeleton key={width} height={18} width={`${width}%`} />
        ))}
      </Stack>
    </Card>
  );
}

function Failed({ prep }: { prep: InterviewPrepOut }) {
  const start = useStartPrep();
  const navigate = useNavigate();
  const again = () =>
    start.mutate(
      { job_id: prep.job_id, profile_id: prep.profile_id, rounds: prep.rounds.map(({ name }) => name) },
      { onSuccess: ({ id }) => void navigate(`/interviews/${id}`) },
    );
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={t.making.failed}
    >
      {prep.error_message ?? shared.errors.unexpected}
      <Group mt="sm">
        <Button size="xs" variant="default" loading={start.isPending} onClick={again}>
          {shared.errors.retry}
        </Button>
      </Group>
      {start.isError && <ErrorNotice error={start.error} />}
    </Alert>
  );
}

function Ready({ prep }: { prep: InterviewPrepOut }) {
  const progress = useProgress(prep.id);
  return (
    <div className={classes.columns}>
      <div>
        <Loaded query={progress}>{(data) => <HowFar prep={prep} progress={data} />}</Loaded>
        <Questions prep={prep} progress={progress.data} />
      </div>
      <div className={classes.aside}>
        <Topics prep={prep} />
        <ToAsk prep={prep} />
      </div>
    </div>
  );
}

function HowFar({ prep, progress }: { prep: InterviewPrepOut; progress: InterviewProgress }) {
  const next = progress.next_questions[0] ?? inOrder(prep.questions)[0]?.id;
  return (
    <Card component="section" aria-labelledby="progress" mb="md">
      <div className={classes.progress}>
        <RingProgress
          size={92}
          thickness={9}
          roundCaps
          sections={[{ value: progress.percent, color: 'var(--jw-brand)' }]}
          label={
            <Text ta="center" fw={700} fz={18}>
              {shared.work.percent(progress.percent)}
            </Text>
          }
          aria-hidden
        />
        <div className={classes.grow}>
          <Title order={2} id="progress">
            {t.prep.progress}
          </Title>
          <Text>{t.prep.ready(progress.questions_ready, progress.questions_total)}</Text>
          <Text size="sm" c="dimmed">
            {progress.attempts
              ? [
                  t.prep.answered(progress.questions_answered),
                  t.prep.attempts(progress.attempts),
                  progress.average !== null && t.prep.average(progress.average),
                ]
                  .filter(Boolean)
                  .join(' · ')
              : t.prep.noTries}
          </Text>
          <Text size="sm" c="dimmed">
            {t.prep.readyHint}
          </Text>
        </div>
        {next && (
          <Button component={Link} to={`/interviews/${prep.id}/${next}`}>
            {t.prep.next}
          </Button>
        )}
      </div>
      {prep.rounds.length > 0 && (
        <Title order={3} size="sm" mt="md" mb={4}>
          {t.prep.rounds}
        </Title>
      )}
      {prep.rounds.length > 0 && (
        <List size="sm">
          {prep.rounds.map(({ name, categories }) => (
            <List.Item key={name}>
              <span dir="auto">
                {t.prep.round(name, categories.map((category) => t.categories[category]).join(', '))}
              </span>
            </List.Item>
          ))}
        </List>
      )}
    </Card>
  );
}

function Questions({ prep, progress }: { prep: InterviewPrepOut; progress: InterviewProgress | undefined }) {
  const answers = useAnswers(prep.id);
  const best = bestScores(answers.data?.items ?? []);
  const ready = readyQuestions(answers.data?.items ?? []);
  return (
    <>
      {answers.isError && <ErrorNotice error={answers.error} onRetry={() => void answers.refetch()} />}
      {byCategory(prep.questions).map(({ category, questions }) => {
        const done = progress?.categories.find((one) => one.category === category);
        return (
          <Card key={category} component="section" aria-labelledby={`category-${category}`} mb="md">
            <Group justify="space-between" mb="xs">
              <Title order={2} id={`category-${category}`}>
                {t.categories[category]}
              </Title>
              <Text size="sm" c="dimmed">
                {t.prep.of(done?.answered ?? 0, questions.length)}
              </Text>
            </Group>
            <ol className={classes.questions} start={questions[0]?.number}>
              {questions.map(({ number, question }) => (
                <li key={question.id} value={number}>
                  <Anchor component={Link} to={`/interviews/${prep.id}/${question.id}`} dir="auto">
                    {question.question}
                  </Anchor>
                  <Text size="sm" c="dimmed" dir="auto">
                    {question.why_asked}
                  </Text>
                  <Group gap={6} mt={4}>
                    <Score score={best.get(question.id)} isReady={ready.has(question.id)} />
                    <EvidenceTag
                      number={evidenceOf(prep, question.evidence).length}
                      isExpected={question.category !== 'company'}
                    />
                  </Group>
                </li>
              ))}
            </ol>
          </Card>
        );
      })}
    </>
  );
}

function Score({ score, isReady }: { score: number | undefined; isReady: boolean }) {
  if (score === undefined) return null;
  return (
    <Tag tone={isReady ? 'good' : 'warn'} icon={isReady && <IconCheck size={12} aria-hidden />}>
      {t.prep.best(score)}
    </Tag>
  );
}

/** Why one wants to work there, or when one can start, is not in a profile and need not be. */
function EvidenceTag({ number, isExpected }: { number: number; isExpected: boolean }) {
  if (number) return <Tag tone="brand">{t.prep.evidence(number)}</Tag>;
  return isExpected && <Tag tone="warn">{t.prep.noEvidence}</Tag>;
}

function Topics({ prep }: { prep: InterviewPrepOut }) {
  const numbers = new Map(inOrder(prep.questions).map(({ id }, index) => [id, index + 1]));
  return (
    <Card component="section" aria-labelledby="topics">
      <Title order={2} id="topics" mb="xs">
        {t.prep.topics}
      </Title>
      {!prep.topics.length && <Text c="dimmed">{t.prep.topicsNone}</Text>}
      {prep.topics.map(({ topic, gap, exercises, question_ids }) => (
        <div key={topic} className={classes.topic}>
          <Title order={3} dir="auto">
            {topic}
          </Title>
          <Text size="sm" c="dimmed" dir="auto">
            {gap}
          </Text>
          {exercises.length > 0 && (
            <details className={classes.details}>
              <summary>{t.prep.exercises}</summary>
              <ul>
                {exercises.map(({ question, points }) => (
                  <li key={question} dir="auto">
                    {question}
                    <Text size="xs" c="dimmed">
                      {points.join(' · ')}
                    </Text>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {question_ids.length > 0 && (
            <Text size="sm" component="div">
              {`${t.prep.asked} `}
              {question_ids.map((id) => (
                <Anchor key={id} component={Link} to={`/interviews/${prep.id}/${id}`} size="sm" mr={6}>
                  {t.prep.question(numbers.get(id) ?? 0)}
                </Anchor>
              ))}
            </Text>
          )}
        </div>
      ))}
    </Card>
  );
}

function ToAsk({ prep }: { prep: InterviewPrepOut }) {
  return (
    <Card component="section" aria-labelledby="to-ask">
      <Title order={2} id="to-ask" mb="xs">
        {t.prep.toAsk}
      </Title>
      <ul className={classes.toAsk}>
        {prep.questions_to_ask.map(({ question, why }) => (
          <li key={question}>
            <Text size="sm" fw={600} dir="auto">
              {question}
            </Text>
            <Text size="sm" c="dimmed" dir="auto">
              {why}
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  );
}
