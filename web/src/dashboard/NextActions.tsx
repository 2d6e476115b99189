import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import {
  IconActivity,
  IconAlarm,
  IconCalendarDue,
  IconChecks,
  IconFileSearch,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useBoard } from '../applications/api';
import { deadlineOf, isEnded, nameOf } from '../applications/board';
import { isRunning, useRecentGenerations } from '../generations/feed';
import { t as shared } from '../strings';
import { Card, daysAgo, EmptyState, endOf, Loaded, shortDay, Tag, type Tone } from '../ui';
import { useDrafts, useDueReminders } from './api';
import { t } from './strings';
import classes from './dashboard.module.css';

const WEEK = 7 * 86_400_000;
const MOST = 8;
const ICONS = {
  deadline: IconCalendarDue,
  action: IconPlayerTrackNext,
  reminder: IconAlarm,
  review: IconFileSearch,
  running: IconActivity,
};

interface Action {
  key: string;
  kind: keyof typeof ICONS;
  title: string;
  about: string;
  to: string;
  /** When it is due; null is now. */
  at: string | null;
}

/** Deadlines and next actions within a week, reminders, drafts to review: the most urgent first. */
export function NextActions() {
  const board = useBoard();
  const drafts = useDrafts();
  const reminders = useDueReminders();
  const recent = useRecentGenerations();
  const [now] = useState(Date.now);
  return (
    <Card component="section" aria-labelledby="next-actions" className={classes.wide}>
      <Title order={2} id="next-actions" mb="xs">
        {t.next.title}
      </Title>
      <Loaded query={board}>
        {({ columns }) => {
          const actions: Action[] = [
            ...(reminders.data?.items ?? []).map(({ id, title, body, link }) => ({
              key: id,
              kind: 'reminder' as const,
              title,
              about: body,
              to: link || '/applications',
              at: null,
            })),
            ...(recent.data?.items ?? []).filter(isRunning).map(({ id, document_type, progress }) => ({
              key: id,
              kind: 'running' as const,
              title: t.next.running(t.next.types[document_type]),
              about: progress.stage ? shared.stages[progress.stage] : '',
              to: `/generations/${id}`,
              at: null,
            })),
            ...(drafts.data?.items ?? []).map(({ id, document_type }) => ({
              key: id,
              kind: 'review' as const,
              title: t.next.review(t.next.types[document_type]),
              about: '',
              to: `/generations/${id}`,
              at: null,
            })),
            ...columns
              .filter(({ status }) => !isEnded(status))
              .flatMap(({ items }) => items)
              .flatMap((application): Action[] => {
                const { id, status, next_action, next_action_at } = application;
                const name = nameOf(application);
                const deadline = status === 'interested' ? deadlineOf(application) : null;
                const to = `/applications/${id}`;
                const isSoon = (iso: string) => endOf(iso) < now + WEEK;
                const found: Action[] = [];
                if (deadline && isSoon(deadline))
                  found.push({
                    key: `${id} deadline`,
                    kind: 'deadline',
                    title: t.next.deadline(name),
                    about: '',
                    to,
                    at: deadline,
                  });
                if (next_action && (!next_action_at || isSoon(next_action_at)))
                  found.push({
                    key: `${id} action`,
                    kind: 'action',
                    title: next_action,
                    about: t.next.of(name),
                    to,
                    at: next_action_at,
                  });
                return found;
              })
              .sort((one, other) => timeOf(one) - timeOf(other)),
          ];
          if (!actions.length)
            return (
              <EmptyState isInCard icon={<IconChecks />} title={t.next.done.title} text={t.next.done.text}>
                <Button component={Link} to="/applications" variant="default">
                  {t.next.board}
                </Button>
              </EmptyState>
            );
          return (
            <>
              <ul className={classes.rows}>
                {actions.slice(0, MOST).map((action) => (
                  <Row key={action.key} action={action} now={now} />
                ))}
              </ul>
              {actions.length > MOST && (
                <Anchor component={Link} to="/applications" size="sm">
                  {t.next.more(actions.length - MOST)}
                </Anchor>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

/** What has no date comes after what has one. */
const timeOf = ({ at }: Action): number => (at ? endOf(at) : Number.MAX_SAFE_INTEGER);

function Row({ action, now }: { action: Action; now: number }) {
  const { kind, title, about, to, at } = action;
  const Icon = ICONS[kind];
  const isLate = at !== null && endOf(at) < now;
  const tone: Tone = isLate ? 'bad' : kind === 'deadline' ? 'warn' : 'info';
  let when: ReactNode = null;
  if (at) when = (isLate ? t.next.late : t.next.by)(shortDay(at, new Date(now)), daysAgo(at, new Date(now)));
  return (
    <li className={classes.row}>
      <div className={classes.stepText}>
        <Anchor component={Link} to={to} className={classes.rowLink} dir="auto">
          {title}
        </Anchor>
        {about && (
          <Text size="sm" c="dimmed" dir="auto">
            {about}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Tag tone={tone} icon={<Icon size={12} aria-hidden />}>
          {t.next.kinds[kind]}
        </Tag>
        <Text size="sm" className={classes.when}>
          {when}
        </Text>
      </Group>
    </li>
  );
}
