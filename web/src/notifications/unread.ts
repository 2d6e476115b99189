import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, follow, read, whileVisible, type NotificationOut } from '../api';
import { announceNews } from '../ui/announce';
import { setTabCount } from '../ui/tabTitle';

const POLL_MILLISECONDS = 5000;

export const notificationKeys = {
  all: ['notifications'] as const,
  unread: ['notifications', 'unread'] as const,
  lists: ['notifications', 'list'] as const,
  preferences: ['notifications', 'preferences'] as const,
};

interface FeedEvent {
  /** The new one; null where only the number of unread ones changed. */
  notification: NotificationOut | null;
  unread: number;
}

/**
 * How many notifications nobody has read, live: by the stream, by polling while it is down. The bell and the tab's title
 * show it, and lists of notifications are read again when something comes.
 */
export function useUnread(): number {
  const queries = useQueryClient();
  const [isDown, setDown] = useState(false);
  const { data: unread = 0 } = useQuery({
    queryKey: notificationKeys.unread,
    queryFn: async () =>
      (await read(client.GET('/api/v1/notifications', { params: { query: { limit: 1 } } }))).unread,
    // The stream begins with the number.
    enabled: isDown,
    staleTime: Infinity,
    refetchInterval: isDown ? POLL_MILLISECONDS : false,
  });
  useEffect(
    () =>
      whileVisible(() =>
        follow('/api/v1/notifications/stream', {
          onEvent: ({ data }) => {
            const { notification, unread: now } = data as FeedEvent;
            const before = queries.getQueryData<number>(notificationKeys.unread);
            setDown(false);
            queries.setQueryData(notificationKeys.unread, now);
            if (notification || (before !== undefined && before !== now))
              void queries.invalidateQueries({ queryKey: notificationKeys.lists });
            // Who waits for a document hears of its end already.
            if (notification && notification.kind !== 'generation_done') announceNews(notification.title);
          },
          onDrop: () => setDown(true),
        }),
      ),
    [queries],
  );
  useEffect(() => setTabCount(unread), [unread]);
  useEffect(() => () => setTabCount(0), []);
  return unread;
}
