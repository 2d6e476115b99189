import { Alert, Button, Checkbox, Group, Text, Title } from '@mantine/core';
import { IconArrowsUpDown, IconCheck, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Item, Sentence } from '../api';
import { Downloads } from '../documents/Downloads';
import type { Facts } from '../profiles/fields';
import { SourceFact, useFactsOf } from '../profiles/SourceFact';
import { Card, careerSpan, ErrorNotice, Tag, useKept, type Tone } from '../ui';
import { useReview } from './api';
import { isEnded, isKept, type Change, type Session, type Update } from './conversation';
import { t } from './strings';
import classes from './tailoring.module.css';

const LOOKS: Record<Change['kind'], { tone: Tone; icon: ReactNode }> = {
  added: { tone: 'good', icon: <IconPlus size={12} aria-hidden /> },
  changed: { tone: 'info', icon: <IconPencil size={12} aria-hidden /> },
  moved: { tone: 'neutral', icon: <IconArrowsUpDown size={12} aria-hidden /> },
  removed: { tone: 'warn', icon: <IconMinus size={12} aria-hidden /> },
  unchanged: { tone: 'neutral', icon: null },
};

/** The resume with what changed in the shown version: each change with its evidence, to keep or to take back. */
export function Resume({ session, update }: { session: Session; update: Update | null }) {
  return (
    <Card component="section" aria-labelledby="resume" className={classes.resume}>
      <Group justify="space-between" gap="xs">
        <Title order={2} id="resume">
          {t.resume.title}
        </Title>
        {update && (
          <Group gap="xs">
            <Tag>{t.resume.version(update.version)}</Tag>
            <Tag tone="brand">{t.resume.changes(update.changes.length)}</Tag>
          </Group>
        )}
      </Group>
      {update ? (
        <Shown key={update.version} session={session} update={update} />
      ) : (
        <Text c="dimmed" mt="xs">
          {isEnded(session) ? t.resume.never : t.resume.waiting}
        </Text>
      )}
    </Card>
  );
}

function Shown({ session, update }: { session: Session; update: Update }) {
  const facts = useFactsOf(update.content);
  const review = useReview(session.id);
  const [refused, setRefused, clear] = useKept<number[]>(`refused-${session.id}-${update.version}`, []);
  const kept = isKept(session, update);
  const isOpen = !isEnded(session) && session.status === 'completed';
  const byPath = new Map(update.changes.map((change) => [change.after_path, change]));
  const removed = update.changes.filter(({ kind }) => kind === 'removed');
  const controls = (change: Change) => ({
    facts: facts.data ?? null,
    isKept: !refused.includes(change.index),
    onKeep: isOpen
      ? (isWanted: boolean) =>
          setRefused((all) => (isWanted ? all.filter((one) => one !== change.index) : [...all, change.index]))
      : undefined,
  });
  const send = (refuse: number[]) =>
    review.mutate({ version_number: update.version, refuse }, { onSuccess: clear });
  return (
    <>
      <Group mt="sm" align="flex-start">
        <Button component={Link} to={`/documents/${update.documentId}`}>
          {t.resume.open}
        </Button>
        <Downloads documentId={update.documentId} name={t.resume.name} formats={['pdf']} />
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        {update.changes.length ? t.resume.intro : t.resume.none}
      </Text>
      {review.isError && <ErrorNotice error={review.error} />}
      {isOpen && update.changes.length > 0 && (
        <div className={classes.decide}>
          {kept && !refused.length ? (
            <Alert role="status" variant="outline" p="xs" icon={<IconCheck aria-hidden />}>
              {t.resume.kept}
            </Alert>
          ) : (
            <Button
              size="xs"
              variant={refused.length ? 'filled' : 'default'}
              loading={review.isPending}
              onClick={() => send(refused)}
            >
              {refused.length ? t.resume.takeBack(refused.length) : t.resume.keepAll}
            </Button>
          )}
        </div>
      )}
      {update.content.sections.map((section, s) => (
        <section key={s} className={classes.section} aria-label={section.title}>
          <Title order={3}>{section.title}</Title>
          {section.items.map((item, i) => (
            <div key={i} className={classes.item}>
              <ItemHead item={item} />
              {isList(section.kind) && (
                <Text size="sm" dir="auto" className={classes.plain}>
                  {item.sentences
                    .filter((_, n) => !byPath.has(pathOf(s, i, n)))
                    .map(({ text }) => text)
                    .join(', ')}
                </Text>
              )}
              {item.sentences.map((sentence, n) => {
                const change = byPath.get(pathOf(s, i, n));
                if (!change && isList(section.kind)) return null;
                return change ? (
                  <Line
                    key={n}
                    change={change}
                    text={sentence.text}
                    sentence={sentence}
                    {...controls(change)}
                  />
                ) : (
                  <Text key={n} size="sm" dir="auto" className={classes.plain}>
                    {sentence.text}
                  </Text>
                );
              })}
            </div>
          ))}
        </section>
      ))}
      {removed.length > 0 && (
        <section className={classes.section} aria-labelledby="left-out">
          <Title order={3} id="left-out">
            {t.resume.removed}
          </Title>
          {isOpen && (
            <Text size="sm" c="dimmed">
              {t.resume.removedHint}
            </Text>
          )}
          {removed.map((change) => (
            <Line key={change.index} change={change} text={change.before ?? ''} {...controls(change)} />
          ))}
        </section>
      )}
    </>
  );
}

const pathOf = (section: number, item: number, sentence: number) =>
  `sections/${section}/items/${item}/sentences/${sentence}`;

/** What stood there before and is a word or two: one line holds many. */
const isList = (kind: string) => kind === 'skills' || kind === 'languages';

function ItemHead({ item }: { item: Item }) {
  const name = [item.title, item.organization].filter(Boolean).join(', ');
  const span = careerSpan(item.start_date, item.end_date, item.end_date === null);
  if (!name && !span) return null;
  return (
    <Text size="sm" fw={600} dir="auto">
      {name}
      {span && (
        <Text span size="xs" c="dimmed" fw={400}>
          {` ${span}`}
        </Text>
      )}
    </Text>
  );
}

interface LineProps {
  change: Change;
  text: string;
  sentence?: Sentence;
  facts: Facts | null;
  isKept: boolean;
  onKeep: ((isWanted: boolean) => void) | undefined;
}

function Line({ change, text, sentence, facts, isKept: isWanted, onKeep }: LineProps) {
  const { tone, icon } = LOOKS[change.kind];
  const hasEvidence = change.kind !== 'removed';
  return (
    <div className={classes.line} data-kind={change.kind} data-refused={!isWanted || undefined}>
      <Text size="sm" dir="auto" className={classes.words}>
        <Tag tone={tone} icon={icon}>
          {t.resume.kinds[change.kind]}
        </Tag>{' '}
        {text}
      </Text>
      {change.kind === 'changed' && (
        <Text size="sm" c="dimmed" dir="auto" className={classes.before}>
          {`${t.resume.before}: `}
          <del>{change.before}</del>
        </Text>
      )}
      {sentence?.verdict === 'ungrounded' && <Tag tone="warn">{t.resume.verdicts.ungrounded}</Tag>}
      <Group gap="xs" align="flex-start" mt={2}>
        {onKeep && (
          <Checkbox
            size="xs"
            label={t.resume.keep}
            aria-label={t.resume.keepName(text)}
            checked={isWanted}
            onChange={(event) => onKeep(event.currentTarget.checked)}
          />
        )}
        {hasEvidence && <Evidence ids={change.source_ids} facts={facts} />}
      </Group>
    </div>
  );
}

function Evidence({ ids, facts }: { ids: string[]; facts: Facts | null }) {
  if (!ids.length) {
    return (
      <Text size="xs" c="dimmed">
        {t.resume.noEvidence}
      </Text>
    );
  }
  return (
    <details className={classes.evidence}>
      <summary>{t.resume.evidenceCount(ids.length)}</summary>
      <ul>
        {ids.map((id) => (
          <SourceFact key={id} id={id} profile={facts} />
        ))}
      </ul>
    </details>
  );
}
