import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, read, type ApplicationChanges, type ContactIn, type EventIn, type ReminderIn } from '../api';
import { removeWithUndo } from '../ui';
import { applicationKeys } from './api';
import type { Status } from './board';

const MOST = 100;
const of = (id: string) => ({ params: { path: { application_id: id } } });
const all = (id: string, sort: string) => ({
  params: { path: { application_id: id }, query: { limit: MOST, sort } },
});

export const fetchApplication = (id: string) =>
  read(client.GET('/api/v1/applications/{application_id}', of(id)));

export const useApplication = (id: string) =>
  useQuery({ queryKey: applicationKeys.one(id), queryFn: () => fetchApplication(id) });

export const useTimeline = (id: string) =>
  useQuery({
    queryKey: applicationKeys.timeline(id),
    queryFn: () =>
      read(client.GET('/api/v1/applications/{application_id}/timeline', all(id, '-occurred_at'))),
  });

export const contactsQuery = (id: string) => ({
  queryKey: applicationKeys.contacts(id),
  queryFn: () => read(client.GET('/api/v1/applications/{application_id}/contacts', all(id, 'name'))),
});

export const useContacts = (id: string) => useQuery(contactsQuery(id));

export const useReminders = (id: string) =>
  useQuery({
    queryKey: applicationKeys.reminders(id),
    queryFn: () => read(client.GET('/api/v1/applications/{application_id}/reminders', all(id, 'remind_at'))),
  });

export const useMyDocuments = () =>
  useQuery({
    queryKey: ['documents', 'list', 'all'],
    queryFn: () =>
      read(client.GET('/api/v1/documents', { params: { query: { limit: MOST, sort: '-updated_at' } } })),
  });

/** What can be done to an application; each lets everything about applications be asked anew. */
export function useChange<Given, Result>(change: (given: Given) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: applicationKeys.all }),
  });
}

/** Takes an entry of an application out of sight at once; it is deleted when nobody wanted it back. */
export function useRemoval(remove: (id: string) => Promise<unknown>) {
  const queries = useQueryClient();
  return (id: string, message: string) =>
    removeWithUndo({
      ids: [id],
      message,
      commit: async () => {
        await remove(id);
        await queries.invalidateQueries({ queryKey: applicationKeys.all });
      },
    });
}

export const changeOf = (id: string) => ({
  fields: (body: ApplicationChanges) =>
    client.PATCH('/api/v1/applications/{application_id}', { ...of(id), body }),
  status: (status: Status) =>
    read(client.PUT('/api/v1/applications/{application_id}/status', { ...of(id), body: { status } })),
  addEvent: (body: EventIn) =>
    client.POST('/api/v1/applications/{application_id}/events', { ...of(id), body }),
  removeEvent: (event_id: string) =>
    client.DELETE('/api/v1/applications/{application_id}/events/{event_id}', {
      params: { path: { application_id: id, event_id } },
    }),
  addContact: (body: ContactIn) =>
    client.POST('/api/v1/applications/{application_id}/contacts', { ...of(id), body }),
  removeContact: (contact_id: string) =>
    client.DELETE('/api/v1/applications/{application_id}/contacts/{contact_id}', {
      params: { path: { application_id: id, contact_id } },
    }),
  addReminder: (body: ReminderIn) =>
    client.POST('/api/v1/applications/{application_id}/reminders', { ...of(id), body }),
  setReminderDone: ({ reminder_id, is_done }: { reminder_id: string; is_done: boolean }) =>
    client.PUT('/api/v1/applications/{application_id}/reminders/{reminder_id}', {
      params: { path: { application_id: id, reminder_id } },
      body: { is_done },
    }),
  removeReminder: (reminder_id: string) =>
    client.DELETE('/api/v1/applications/{application_id}/reminders/{reminder_id}', {
      params: { path: { application_id: id, reminder_id } },
    }),
  remove: () => client.DELETE('/api/v1/applications/{application_id}', of(id)),
});

/** Saves the notes where the application is still at `version`; another version is refused with 412. */
export const saveNotes = (id: string, notes: string, version: number) =>
  read(
    client.PATCH('/api/v1/applications/{application_id}', {
      params: { ...of(id).params, header: { 'if-match': `"${version}"` } },
      body: { notes },
    }),
  );

/** What `datetime-local` holds, as the API wants it; null while it is empty. */
export const momentOf = (local: string): string | null => (local ? new Date(local).toISOString() : null);

/** The other way round: "2026-03-14T09:30", as the clock here shows it. */
export function localOf(iso: string): string {
  const date = new Date(iso);
  date.setMinutes(date.getMinutes() - date.getTimezoneOffset());
  return date.toISOString().slice(0, 16);
}
