import { ActionIcon, Anchor, Group, Indicator, Popover, Progress, Stack, Text } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { isRunning, nameOf, useGeneration, useRecentGenerations } from '../generations/feed';
import { t } from '../strings';
import { tailoringKeys, useRecentSessions, useTailoringSession } from '../tailoring/api';
import { isWorking } from '../tailoring/conversation';
import { t as sessionWords } from '../tailoring/strings';

/** The tray in the header: all running work, on whichever page one is. */
export function RunningWork() {
  const recent = useRecentGenerations();
  const [opened, setOpened] = useState(false);
  const sessions = useRecentSessions();
  const running = recent.data?.items.filter(isRunning) ?? [];
  const working = sessions.data?.items.filter(isWorking) ?? [];
  const number = running.length + working.length;
  const close = () => setOpened(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Indicator disabled={!number} label={number} size={16} offset={5} color="brand">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            size="lg"
            aria-label={t.work.label(number)}
            onClick={() => setOpened((value) => !value)}
          >
            <IconActivity size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t.work.title}>
        <Text fw={600} size="sm" mb="xs" tabIndex={-1} data-autofocus>
          {t.work.title}
        </Text>
        {number === 0 && (
          <Text size="sm" c="dimmed">
            {t.work.none}
          </Text>
        )}
        <Stack gap="sm">
          {running.map((generation) => (
            <Row key={generation.id} id={generation.id} onOpen={close} />
          ))}
          {working.map(({ id }) => (
            <SessionRow key={id} id={id} onOpen={close} />
          ))}
        </Stack>
      </Popover.Dropdown>
      {running.map((generation) => (
        <Watcher key={generation.id} id={generation.id} />
      ))}
      {working.map(({ id }) => (
        <SessionWatcher key={id} id={id} />
      ))}
    </Popover>
  );
}

/** Follows a running generation wherever one is. */
function Watcher({ id }: { id: string }) {
  useGeneration(id);
  return null;
}

/** Follows a session at work, and has the lists asked again once it is not: the one behind this tray may be older. */
function SessionWatcher({ id }: { id: string }) {
  const queries = useQueryClient();
  const { data } = useTailoringSession(id).query;
  const isOver = Boolean(data) && !isWorking(data!);
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: tailoringKeys.lists });
  }, [isOver, queries]);
  return null;
}

interface WatchedProps {
  id: string;
  onOpen: () => void;
}

function Row({ id, onOpen }: WatchedProps) {
  const { data } = useGeneration(id);
  if (!data) return null;
  const { percent, stage } = data.progress;
  const doing = stage ? t.stages[stage] : t.work.waiting;
  return (
    <Work to={`/generations/${id}`} name={nameOf(data)} percent={percent} doing={doing} onOpen={onOpen} />
  );
}

function SessionRow({ id, onOpen }: WatchedProps) {
  const { data } = useTailoringSession(id).query;
  if (!data) return null;
  const doing = sessionWords.status[data.status];
  return (
    <Work to={`/tailoring/${id}`} name={t.work.chat} percent={data.progress} doing={doing} onOpen={onOpen} />
  );
}

interface WorkProps {
  to: string;
  name: string;
  percent: number;
  doing: string;
  onOpen: () => void;
}

function Work({ to, name, percent, doing, onOpen }: WorkProps) {
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Anchor component={Link} to={to} size="sm" onClick={onOpen}>
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t.work.percent(percent)}
        </Text>
      </Group>
      <Progress value={percent} size="sm" mt={4} aria-label={name} />
      <Text size="xs" c="dimmed" mt={4}>
        {doing}
      </Text>
    </div>
  );
}
