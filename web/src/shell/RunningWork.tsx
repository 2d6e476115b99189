import { ActionIcon, Anchor, Group, Indicator, Popover, Progress, Stack, Text } from '@mantine/core';
import { IconLoader } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { isRunning, nameOf, useGeneration, useRecentGenerations } from '../generations/feed';
import { t } from '../strings';

/** The tray in the header: all running work, on whichever page one is. */
export function RunningWork() {
  const recent = useRecentGenerations();
  const [opened, setOpened] = useState(false);
  const running = recent.data?.items.filter(isRunning) ?? [];
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
      <Indicator disabled={!running.length} label={running.length} size={16} offset={5} color="brand">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            size="lg"
            aria-label={t.work.label(running.length)}
            onClick={() => setOpened((value) => !value)}
          >
            <IconLoader size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t.work.title}>
        <Text fw={600} size="sm" mb="xs" tabIndex={-1} data-autofocus>
          {t.work.title}
        </Text>
        {running.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.work.none}
          </Text>
        )}
        <Stack gap="sm">
          {running.map((generation) => (
            <Row key={generation.id} id={generation.id} onOpen={() => setOpened(false)} />
          ))}
        </Stack>
      </Popover.Dropdown>
      {running.map((generation) => (
        <Watcher key={generation.id} id={generation.id} />
      ))}
    </Popover>
  );
}

/** Follows a running generation wherever one is. */
function Watcher({ id }: { id: string }) {
  useGeneration(id);
  return null;
}

function Row({ id, onOpen }: { id: string; onOpen: () => void }) {
  const { data } = useGeneration(id);
  if (!data) return null;
  const { percent, stage } = data.progress;
  const doing = stage ? t.stages[stage] : t.work.waiting;
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Anchor component={Link} to={`/generations/${id}`} size="sm" onClick={onOpen}>
          {nameOf(data)}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t.work.percent(percent)}
        </Text>
      </Group>
      <Progress value={percent} size="sm" mt={4} aria-label={nameOf(data)} />
      <Text size="xs" c="dimmed" mt={4}>
        {doing}
      </Text>
    </div>
  );
}
