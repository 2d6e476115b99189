import { Alert, Anchor, Group, List, Progress, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import type { Ref } from 'react';
import { Link } from 'react-router';
import type { AnswerWording, Comparison, InterviewAnswerOut, InterviewPrepOut } from '../api';
import { Card, Tag } from '../ui';
import { isReady } from './practice';
import { t } from './strings';
import classes from './interviews.module.css';

const PARTS = ['situation', 'task', 'action', 'result'] as const;
const number = (value: number): string => value.toLocaleString(undefined, { maximumFractionDigits: 1 });

interface FeedbackProps {
  answer: InterviewAnswerOut;
  prep: InterviewPrepOut;
  ref: Ref<HTMLHeadingElement>;
}

/** What was good, what to change first, what is not proven, and how to tell it next time. */
export function Feedback({ answer, ref }: FeedbackProps) {
  const { feedback, comparison, wording } = answer;
  const ready = isReady(answer);
  // Where no story is asked for, none of its parts can be missing.
  const isStory = feedback.parts.some(({ name }) => name === 'star');
  return (
    <Card component="section" aria-labelledby="feedback" mb="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="feedback" tabIndex={-1} ref={ref}>
          {t.feedback.title(answer.attempt)}
        </Title>
        <Group gap="xs">
          <Tag tone="brand">{t.feedback.score(feedback.score)}</Tag>
          <Tag tone={ready ? 'good' : 'warn'}>{ready ? t.feedback.ready : t.feedback.notReady}</Tag>
        </Group>
      </Group>
      {comparison && <Compared comparison={comparison} />}
      <Title order={3} mt="sm" mb={4}>
        {t.feedback.advice}
      </Title>
      {feedback.advice.length ? (
        <List size="sm" spacing={4} type="ordered">
          {feedback.advice.map((advice) => (
            <List.Item key={advice}>
              <span dir="auto">{advice}</span>
            </List.Item>
          ))}
        </List>
      ) : (
        <Text size="sm">{t.feedback.noAdvice}</Text>
      )}
      {feedback.unproven.length > 0 && (
        <Alert
          color="yellow"
          variant="outline"
          mt="sm"
          icon={<IconAlertTriangle aria-hidden />}
          title={t.feedback.unproven}
        >
          <List size="sm">
            {feedback.unproven.map(({ message, start }) => (
              <List.Item key={`${start} ${message}`}>
                <span dir="auto">{message}</span>
              </List.Item>
            ))}
          </List>
          <Text size="sm" mt={4}>
            {t.feedback.unprovenHint}{' '}
            <Anchor component={Link} to="/profile" size="sm">
              {t.practice.addFact}
            </Anchor>
          </Text>
        </Alert>
      )}
      {isStory && (
        <>
          <Title order={3} mt="md" mb={4}>
            {t.feedback.star}
          </Title>
          <Group gap={6}>
            {feedback.star.map(({ part, present }) => (
              <Tag
                key={part}
                tone={present ? 'good' : 'warn'}
                icon={present ? <IconCheck size={12} aria-hidden /> : <IconX size={12} aria-hidden />}
              >
                {`${t.parts[part]}: ${present ? t.feedback.told : t.feedback.missing}`}
              </Tag>
            ))}
          </Group>
        </>
      )}
      <Title order={3} mt="md" mb={4}>
        {t.feedback.parts}
      </Title>
      <div className={classes.parts}>
        {feedback.parts.map(({ name, score, maximum, explanation }) => (
          <div key={name}>
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={600}>
                {t.feedback.names[name as keyof typeof t.feedback.names] ?? name}
              </Text>
              <Text size="sm" c="dimmed">
                {t.feedback.of(number(score), number(maximum))}
              </Text>
            </Group>
            <Progress value={maximum ? (score / maximum) * 100 : 0} size="sm" aria-hidden />
            <Text size="xs" c="dimmed" dir="auto">
              {explanation}
            </Text>
          </div>
        ))}
      </div>
      <Title order={3} mt="md" mb={4}>
        {t.feedback.outline}
      </Title>
      <dl className={classes.outline}>
        {PARTS.map((part) => {
          const { text, origin } = feedback.outline[part];
          return (
            <div key={part}>
              <dt>{t.parts[part]}</dt>
              <dd dir="auto">
                <Tag tone={origin === 'hint' ? 'info' : 'neutral'}>{t.feedback.origins[origin]}</Tag> {text}
              </dd>
            </div>
          );
        })}
      </dl>
      {wording && <Wording wording={wording} />}
    </Card>
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const { score_change: change, better, worse } = comparison;
  const summary =
    change > 0 ? t.feedback.better(change) : change < 0 ? t.feedback.worse(-change) : t.feedback.same;
  return (
    <Alert variant="outline" p="xs" color={change < 0 ? 'yellow' : 'brand'} title={t.feedback.compared}>
      <Text size="sm" fw={600}>
        {summary}
      </Text>
      <ul className={classes.compared}>
        {better.map((text) => (
          <li key={text} dir="auto">
            <IconPlus size={14} aria-hidden /> {text}
          </li>
        ))}
        {worse.map((text) => (
          <li key={text} dir="auto">
            <IconMinus size={14} aria-hidden /> {text}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Wording({ wording }: { wording: AnswerWording }) {
  return (
    <div role="status">
      <Title order={3} mt="md" mb={4}>
        {t.feedback.wording(wording.model)}
      </Title>
      {wording.status === 'pending' && <Text size="sm">{t.feedback.wordingPending}</Text>}
      {wording.status === 'failed' && (
        <Text size="sm">{`${t.feedback.wordingFailed}. ${wording.notice}`}</Text>
      )}
      {wording.status === 'completed' && (
        <>
          <Text size="sm" dir="auto">
            {wording.sentences.map(({ text }) => text).join(' ')}
          </Text>
          {wording.notice && (
            <Text size="sm" c="dimmed">
              {wording.notice}
            </Text>
          )}
          {wording.refused.length > 0 && (
            <>
              <Text size="xs" c="dimmed" mt="xs">
                {t.feedback.refused}
              </Text>
              {wording.refused.map((text) => (
                <Text key={text} size="sm" td="line-through" dir="auto">
                  {text}
                </Text>
              ))}
            </>
          )}
        </>
      )}
    </div>
  );
}
