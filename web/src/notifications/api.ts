import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  client,
  read,
  type ChosenChannels,
  type ChosenKinds,
  type KindChoices,
  type NotificationOut,
  type NotificationPageOut,
  type PreferencesIn,
  type PreferencesOut,
} from '../api';
import { showUndo } from '../ui';
import { t } from './strings';
import { notificationKeys } from './unread';

export type Kind = NotificationOut['kind'];
export type Channel = NotificationOut['deliveries'][number]['channel'];

export interface Filters {
  unread?: boolean;
  kind?: Kind;
  limit: number;
  offset: number;
}

export function useNotifications(filters: Filters) {
  return useQuery({
    queryKey: [...notificationKeys.lists, filters],
    queryFn: () => read(client.GET('/api/v1/notifications', { params: { query: filters } })),
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
}

const pathTo = (id: string) => ({ params: { path: { notification_id: id } } });

/** Marks one as read; what is shown changes at once, the number with the stream. */
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => read(client.POST('/api/v1/notifications/{notification_id}/read', pathTo(id))),
    onMutate: (id) => {
      const now = new Date().toISOString();
      queries.setQueriesData<NotificationPageOut>(
        { queryKey: notificationKeys.lists },
        (page) =>
          page && {
            ...page,
            items: page.items.map((item) =>
              item.id === id ? { ...item, read_at: item.read_at ?? now } : item,
            ),
          },
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: notificationKeys.lists }),
  });
}

export function useReadAll() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => read(client.POST('/api/v1/notifications/read-all')),
    onSuccess: () => {
      queries.setQueryData(notificationKeys.unread, 0);
      return queries.invalidateQueries({ queryKey: notificationKeys.lists });
    },
  });
}

export function useRetry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      read(client.POST('/api/v1/notifications/{notification_id}/retry', pathTo(id))),
    onSuccess: () => queries.invalidateQueries({ queryKey: notificationKeys.lists }),
  });
}

export async function deleteNotification(id: string): Promise<void> {
  await client.DELETE('/api/v1/notifications/{notification_id}', pathTo(id));
}

export function usePreferences(enabled = true) {
  return useQuery({
    queryKey: notificationKeys.preferences,
    queryFn: () => read(client.GET('/api/v1/notifications/preferences')),
    enabled,
  });
}

export function useChangePreferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PreferencesIn) => read(client.PUT('/api/v1/notifications/preferences', { body })),
    onMutate: ({ kinds }) => {
      queries.setQueryData<PreferencesOut>(
        notificationKeys.preferences,
        (known) => known && { ...known, kinds: chosen(known.kinds, kinds ?? {}) },
      );
    },
    onError: () => void queries.invalidateQueries({ queryKey: notificationKeys.preferences }),
    onSuccess: (preferences) => {
      // The secret is for this moment alone.
      queries.setQueryData(notificationKeys.preferences, { ...preferences, webhook_secret: null });
    },
  });
}

/** The choices as they will be; a box follows the hand, not the answer of the service. */
function chosen(known: ChosenKinds, changes: KindChoices): ChosenKinds {
  const next = { ...known };
  for (const [kind, channels] of Object.entries(changes) as [keyof ChosenKinds, Partial<ChosenChannels>][])
    next[kind] = { ...next[kind], ...channels };
  return next;
}

export function useRenewSecret() {
  return useMutation({
    mutationFn: () => read(client.POST('/api/v1/notifications/preferences/webhook-secret')),
  });
}

export function useTestChannel() {
  return useMutation({
    mutationFn: (channel: Channel) => read(client.POST('/api/v1/notifications/test', { body: { channel } })),
  });
}

interface Mute {
  id: string;
  isMuted: boolean;
  isUndo?: boolean;
}

/** Mutes an application, or lets its news through again; the toast takes it back. */
export function useMute() {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async ({ id, isMuted }: Mute) => {
      const params = { path: { application_id: id } };
      if (isMuted) await client.PUT('/api/v1/notifications/muted/{application_id}', { params });
      else await client.DELETE('/api/v1/notifications/muted/{application_id}', { params });
    },
    // Said here, for the menu that asked is gone by the time the answer comes.
    onSuccess: (_, { id, isMuted, isUndo }) => {
      void queries.invalidateQueries({ queryKey: notificationKeys.preferences });
      if (!isUndo)
        showUndo(isMuted ? t.muted : t.unmuted, {
          undo: () => mutate({ id, isMuted: !isMuted, isUndo: true }),
        });
    },
  });
  return (id: string, isMuted: boolean) => mutate({ id, isMuted });
}
