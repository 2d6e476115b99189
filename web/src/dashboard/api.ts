import { useQuery } from '@tanstack/react-query';
import { client, read } from '../api';

const FEW = 5;

/** What was made and waits to be looked at. */
export const useDrafts = () =>
  useQuery({
    queryKey: ['generations', 'to-review'],
    queryFn: () =>
      read(client.GET('/api/v1/generations', { params: { query: { status: 'needs_review', limit: FEW } } })),
  });

/** Reminders that were given: the list of notifications has them across all applications. */
export const useDueReminders = () =>
  useQuery({
    queryKey: ['notifications', 'reminders'],
    queryFn: () =>
      read(
        client.GET('/api/v1/notifications', {
          params: { query: { kind: 'reminder', unread: true, limit: FEW } },
        }),
      ),
  });

export const useRecent = () =>
  useQuery({
    queryKey: ['jobs', 'recent'],
    queryFn: () =>
      read(client.GET('/api/v1/jobs', { params: { query: { limit: FEW, sort: '-created_at' } } })),
  });

export const useRecentDocuments = () =>
  useQuery({
    queryKey: ['documents', 'recent'],
    queryFn: () =>
      read(client.GET('/api/v1/documents', { params: { query: { limit: FEW, sort: '-updated_at' } } })),
  });
