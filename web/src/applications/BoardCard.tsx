import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { shallowEqual } from '@mantine/hooks';
import { IconCalendarDue, IconFiles, IconGripVertical } from '@tabler/icons-react';
import { memo, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { Application } from '../api';
import { dateTime, day, daysSince, endOf, shortDay, Tag } from '../ui';
import { deadlineOf, nameOf, sinceOf, type Status } from './board';
import { MoveMenu } from './MoveMenu';
import { t } from './strings';
import classes from './applications.module.css';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

export interface CardHandlers {
  onKeyDown: (event: KeyboardEvent, id: string) => void;
  onBlur: () => void;
  onMove: (id: string, status: Status) => void;
}

interface BoardCardProps {
  application: Application;
  handleId: string;
  helpId: string;
  isLifted: boolean;
  handlers: CardHandlers;
}

/** A card that can be dragged, and that others are dropped on. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { id } = props.application;
  const drag = useDraggable({ id });
  const target = useDroppable({ id });
  return (
    <li
      ref={(node) => {
        drag.setNodeRef(node);
        target.setNodeRef(node);
      }}
      className={classes.card}
      data-lifted={props.isLifted || undefined}
      data-application={id}
      {...drag.listeners}
    >
      <CardBody {...props} />
    </li>
  );
}, looksTheSame);

/** A card that comes or goes gives all below it another `position`, which none of them shows. */
function looksTheSame(
  { application, ...rest }: BoardCardProps,
  { application: next, ...others }: BoardCardProps,
): boolean {
  return shallowEqual(rest, others) && shallowEqual({ ...application, position: next.position }, next);
}

/** Drawn for itself: each card that comes or goes has the drag and drop of all others looked at again. */
const CardBody = memo(function CardBody({
  application,
  handleId,
  helpId,
  isLifted,
  handlers,
}: BoardCardProps) {
  const { id, status } = application;
  const name = nameOf(application);
  return (
    <CardFace application={application}>
      <Group gap={0} wrap="nowrap" className={classes.tools}>
        <MoveMenu name={name} status={status} onMove={(to) => handlers.onMove(id, to)} />
        <ActionIcon
          id={handleId}
          variant="subtle"
          color="gray"
          c="dimmed"
          size={28}
          className={classes.handle}
          aria-label={t.board.handle(name)}
          aria-describedby={helpId}
          aria-pressed={isLifted}
          onKeyDown={(event) => handlers.onKeyDown(event, id)}
          onBlur={handlers.onBlur}
        >
          <IconGripVertical size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </CardFace>
  );
});

/** What a card shows, also while it hangs on the pointer. */
export function CardFace({
  application,
  children,
}: {
  application: Application;
  children?: React.ReactNode;
}) {
  const { id, job, next_action, next_action_at, applied_at, saved_at } = application;
  const deadline = deadlineOf(application);
  const since = sinceOf(application);
  // Where the stay began with it, the card does not say the same day twice.
  const moment = applied_at
    ? daysSince(applied_at) !== daysSince(since) && t.board.applied(shortDay(applied_at))
    : daysSince(saved_at) !== daysSince(since) && t.board.saved(shortDay(saved_at));
  const documents = [application.resume_document_id, application.cover_letter_document_id].filter(Boolean);
  return (
    <>
      <Anchor
        component={Link}
        to={`/applications/${id}`}
        className={classes.title}
        size="sm"
        lineClamp={4}
        dir="auto"
        draggable={false}
      >
        {job?.title || t.untitled}
      </Anchor>
      <Text size="sm" c="dimmed" dir="auto" lineClamp={2}>
        {job?.company || t.noCompany}
      </Text>
      {next_action && (
        <Text
          size="sm"
          mt={6}
          dir="auto"
          lineClamp={4}
          title={next_action_at ? dateTime(next_action_at) : undefined}
        >
          {t.board.next(next_action, next_action_at ? shortDay(next_action_at) : '')}
        </Text>
      )}
      <Group gap={6} mt={6}>
        {deadline && <Deadline iso={deadline} />}
        {documents.length > 0 && (
          <Tag icon={<IconFiles size={12} aria-hidden />}>{t.board.documents(documents.length)}</Tag>
        )}
      </Group>
      {moment && (
        <Text size="xs" c="dimmed" mt={4}>
          {moment}
        </Text>
      )}
      <Group justify="space-between" wrap="nowrap" gap={4} mt={moment ? 0 : 4}>
        <Text size="xs" c="dimmed" title={day(since)}>
          {t.board.stay(daysSince(since))}
        </Text>
        {children}
      </Group>
    </>
  );
}

export function Deadline({ iso }: { iso: string }) {
  // What is due is settled when the card is drawn.
  const [now] = useState(Date.now);
  const left = endOf(iso) - now;
  const tone = left < 0 ? 'bad' : left < WEEK ? 'warn' : 'neutral';
  const isToday = left >= 0 && left < DAY && new Date(endOf(iso)).getDate() === new Date(now).getDate();
  const text = isToday
    ? t.board.today
    : (left < 0 ? t.board.overdue : t.board.deadline)(shortDay(iso, new Date(now)));
  return (
    <Tag tone={tone} icon={<IconCalendarDue size={12} aria-hidden />}>
      {text}
    </Tag>
  );
}
