import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Menu,
  SegmentedControl,
  Select,
  Text,
  Title,
} from '@mantine/core';
import {
  IconBell,
  IconBriefcase,
  IconCheck,
  IconChecks,
  IconClock,
  IconDots,
  IconFileText,
  IconFlag,
  IconFlask,
  IconSearch,
  IconSettings,
  IconTrash,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import type { NotificationOut } from '../api';
import { t as shared } from '../strings';
import {
  ago,
  announce,
  Card,
  day,
  EmptyState,
  Loaded,
  Page,
  removeWithUndo,
  Tag,
  time,
  UrlPages,
  usePage,
  useRemoved,
  useUrlState,
} from '../ui';
import { deleteNotification, useMarkRead, useNotifications, useReadAll, useRetry, type Kind } from './api';
import { byDay, daysAgo } from './days';
import { MuteItem } from './MuteItem';
import { t } from './strings';
import { notificationKeys } from './unread';
import classes from './notifications.module.css';

const PAGE = 30;
const ICONS: Record<Kind, ComponentType<{ size: number; 'aria-hidden': true }>> = {
  status_change: IconBriefcase,
  deadline: IconFlag,
  reminder: IconClock,
  generation_done: IconFileText,
  new_jobs: IconSearch,
  test: IconFlask,
};

/** What happened, by day, with the way to each thing. */
export function NotificationList() {
  const [url, setUrl] = useUrlState('show', 'kind', 'offset');
  const isUnread = url.show === 'unread';
  const kind = url.kind in t.kinds ? (url.kind as Kind) : undefined;
  const page = usePage(PAGE);
  const list = useNotifications({
    ...(isUnread ? { unread: true } : {}),
    ...(kind ? { kind } : {}),
    ...page,
  });
  const readAll = useReadAll();
  const removed = useRemoved();
  return (
    <Page
      title={t.title}
      lead={list.data && t.lead(list.data.unread)}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconChecks size={16} aria-hidden />}
            disabled={!list.data?.unread}
            loading={readAll.isPending}
            onClick={() => readAll.mutate(undefined, { onSuccess: () => announce(t.allRead) })}
          >
            {t.readAll}
          </Button>
          <Button
            variant="default"
            component={Link}
            to="/notifications/settings"
            leftSection={<IconSettings size={16} aria-hidden />}
          >
            {t.settings}
          </Button>
        </>
      }
    >
      <Group mb="md" gap="sm">
        <SegmentedControl
          aria-label={t.filter.label}
          value={isUnread ? 'unread' : 'all'}
          onChange={(value) => setUrl({ show: value === 'unread' ? value : '', offset: '' })}
          data={[
            { value: 'all', label: t.filter.all },
            { value: 'unread', label: t.filter.unread },
          ]}
        />
        <Select
          aria-label={t.filter.kind}
          placeholder={t.filter.anyKind}
          clearable
          data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          value={kind ?? null}
          onChange={(value) => setUrl({ kind: value ?? '', offset: '' })}
          flex="0 1 12rem"
        />
      </Group>
      <Loaded query={list}>
        {({ items: all, total }) => {
          const items = all.filter(({ id }) => !removed.has(id));
          if (!items.length && page.offset === 0) {
            return (
              <Nothing
                isUnread={isUnread}
                hasKind={Boolean(kind)}
                onClear={() => setUrl({ show: '', kind: '' })}
              />
            );
          }
          return (
            <>
              {byDay(items).map(({ date, items: ofDay }) => (
                <section key={date.getTime()} className={classes.day}>
                  <Title order={2} size="sm" mb="xs">
                    {dayName(date)}
                  </Title>
                  <Card component="ul" p={0} className={classes.list}>
                    {ofDay.map((item) => (
                      <Row key={item.id} item={item} />
                    ))}
                  </Card>
                </section>
              ))}
              <UrlPages total={total} {...page} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function dayName(date: Date): string {
  return [t.today, t.yesterday][daysAgo(date)] ?? day(date.toISOString());
}

/** Below the name of its day, which a rounded "yesterday" might contradict, an older one has its time. */
function whenOf(iso: string): string {
  const date = new Date(iso);
  return daysAgo(date) === 0 ? ago(iso) : time(date);
}

interface NothingProps {
  isUnread: boolean;
  hasKind: boolean;
  onClear: () => void;
}

function Nothing({ isUnread, hasKind, onClear }: NothingProps) {
  if (!isUnread && !hasKind) {
    return <EmptyState icon={<IconBell />} title={t.never.title} text={t.never.text} />;
  }
  const { title, text } = hasKind ? t.none : t.done;
  return (
    <EmptyState icon={hasKind ? <IconSearch /> : <IconCheck />} title={title} text={text}>
      <Button variant="default" onClick={onClear}>
        {hasKind ? shared.form.clear : t.done.action}
      </Button>
    </EmptyState>
  );
}

function Row({ item }: { item: NotificationOut }) {
  const markRead = useMarkRead();
  const Icon = ICONS[item.kind];
  const isUnread = !item.read_at;
  const read = () => {
    if (isUnread) markRead.mutate(item.id);
  };
  return (
    <li className={classes.row} data-unread={isUnread || undefined}>
      <span className={classes.icon}>
        <Icon size={20} aria-hidden />
      </span>
      <div className={classes.words}>
        {item.link.startsWith('/') ? (
          <Anchor component={Link} to={item.link} fw={isUnread ? 700 : 500} dir="auto" onClick={read}>
            {item.title}
          </Anchor>
        ) : (
          <Text fw={isUnread ? 700 : 500} dir="auto">
            {item.title}
          </Text>
        )}
        <Text size="sm" dir="auto">
          {item.body}
        </Text>
        <Group gap={6} mt={2}>
          {isUnread && <Tag tone="brand">{t.new}</Tag>}
          <Text size="xs" c="dimmed">
            {`${t.kinds[item.kind]} · ${whenOf(item.created_at)}`}
          </Text>
        </Group>
        <Deliveries item={item} />
      </div>
      <Group gap={2} wrap="nowrap">
        {isUnread && (
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            aria-label={t.markRead(item.title)}
            onClick={read}
          >
            <IconCheck size={18} aria-hidden />
          </ActionIcon>
        )}
        <MoreActions item={item} />
      </Group>
    </li>
  );
}

function Deliveries({ item }: { item: NotificationOut }) {
  const retry = useRetry();
  const isParked = item.deliveries.some(({ status }) => status === 'parked');
  return (
    <>
      {item.deliveries.map(({ channel, status, error }) => (
        <Text key={channel} size="xs" c={status === 'parked' ? 'var(--jw-bad)' : 'dimmed'} dir="auto">
          {t.delivery[status](t.channels[channel], error)}
        </Text>
      ))}
      {isParked && (
        <Button
          size="compact-xs"
          variant="default"
          mt={4}
          loading={retry.isPending}
          onClick={() => retry.mutate(item.id, { onSuccess: () => announce(t.delivery.retried) })}
        >
          {t.delivery.retry}
        </Button>
      )}
    </>
  );
}

function MoreActions({ item }: { item: NotificationOut }) {
  const queries = useQueryClient();
  const remove = () =>
    removeWithUndo({
      ids: [item.id],
      message: t.deleted(item.title),
      commit: async () => {
        await deleteNotification(item.id);
        await queries.invalidateQueries({ queryKey: notificationKeys.lists });
      },
    });
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={t.more(item.title)}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item.application_id && <MuteItem applicationId={item.application_id} />}
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          {t.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
