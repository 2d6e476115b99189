import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, connect, form, read } from '../api';
import { documentKeys } from '../documents/api';
import { jobKeys, isAddress } from '../jobs/api';
import { profileKeys } from '../profiles/api';
import { isEnded, lastSeq, later, latestUpdate, withFrame, type Frame, type Session } from './conversation';

const POLL_MILLISECONDS = 3000;

export const tailoringKeys = {
  all: ['tailoring'] as const,
  lists: ['tailoring', 'list'] as const,
  list: (limit: number, offset: number) => ['tailoring', 'list', limit, offset] as const,
  recent: ['tailoring', 'list', 'recent'] as const,
  one: (id: string) => ['tailoring', id] as const,
  preview: (id: string, question: string, answer: string) =>
    ['tailoring', id, 'preview', question, answer] as const,
};

export function useSessions(limit: number, offset: number) {
  return useQuery({
    queryKey: tailoringKeys.list(limit, offset),
    queryFn: () => read(client.GET('/api/v1/tailoring-sessions', { params: { query: { limit, offset } } })),
    staleTime: 0,
  });
}

/** The latest sessions, for what is at work. */
export function useRecentSessions() {
  return useQuery({
    queryKey: tailoringKeys.recent,
    queryFn: () => read(client.GET('/api/v1/tailoring-sessions', { params: { query: { limit: 10 } } })),
    staleTime: 5000,
  });
}

export interface NewSession {
  file: File | null;
  profileId: string | null;
  jobId: string | null;
  posting: string;
}

export function useStartSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, profileId, jobId, posting }: NewSession) => {
      const address = isAddress(posting);
      const body = form({
        resume: file,
        profile_id: file ? null : profileId,
        job_id: jobId,
        job_url: !jobId && address ? posting.trim() : null,
        job_text: !jobId && !address ? posting : null,
      });
      return read(client.POST('/api/v1/tailoring-sessions', body));
    },
    meta: { handlesError: true },
    onSuccess: () => void queries.invalidateQueries({ queryKey: tailoringKeys.lists }),
  });
}

const pathTo = (id: string) => ({ params: { path: { tailoring_id: id } } });

/** A session as it happens: over its socket, by polling while the socket is down; every message once. */
export function useTailoringSession(id: string) {
  const queries = useQueryClient();
  const [isDown, setDown] = useState(false);
  const query = useQuery({
    queryKey: tailoringKeys.one(id),
    queryFn: async () => {
      const now = await read(client.GET('/api/v1/tailoring-sessions/{tailoring_id}', pathTo(id)));
      const known = queries.getQueryData<Session>(tailoringKeys.one(id));
      if (known) tellOthers(queries, known, now);
      return later(now, known);
    },
    staleTime: Infinity,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      isDown && state.data && !isEnded(state.data) ? POLL_MILLISECONDS : false,
  });
  const isOpen = Boolean(query.data) && !isEnded(query.data!);
  useEffect(() => (isOpen ? join(queries, id, (isUp) => setDown(!isUp)) : undefined), [id, isOpen, queries]);
  return { query, isDown: isDown && isOpen };
}

/** One line for each session, however many places look at it. */
const lines = new Map<string, { viewers: Set<(isUp: boolean) => void>; stop: () => void }>();

function join(queries: QueryClient, id: string, viewer: (isUp: boolean) => void): () => void {
  const line = lines.get(id) ?? open(queries, id);
  line.viewers.add(viewer);
  return () => {
    line.viewers.delete(viewer);
    if (line.viewers.size) return;
    line.stop();
    lines.delete(id);
  };
}

function open(queries: QueryClient, id: string) {
  const known = () => queries.getQueryData<Session>(tailoringKeys.one(id));
  const viewers = new Set<(isUp: boolean) => void>();
  const stop = connect({
    path: () => `/ws/tailoring/${id}?after=${known() ? lastSeq(known()!) : 0}`,
    onFrame: (frame) => take(queries, id, frame as Frame),
    onState: (isUp) => viewers.forEach((viewer) => viewer(isUp)),
    isOver: () => Boolean(known()) && isEnded(known()!),
  });
  const line = { viewers, stop };
  lines.set(id, line);
  return line;
}

function take(queries: QueryClient, id: string, frame: Frame): void {
  const known = queries.getQueryData<Session>(tailoringKeys.one(id));
  // What has no number answers a frame of this page alone, such as a ping.
  if (!known || typeof frame.seq !== 'number') return;
  const next = withFrame(known, frame, new Date());
  if (next) {
    queries.setQueryData(tailoringKeys.one(id), next);
    tellOthers(queries, known, next);
  } else void queries.invalidateQueries({ queryKey: tailoringKeys.one(id), exact: true });
}

/** Lists show how it stands; a new version changes the documents, and what was told on the way to it the profile and how it matches. */
function tellOthers(queries: QueryClient, before: Session, now: Session): void {
  if (before.status !== now.status) void queries.invalidateQueries({ queryKey: tailoringKeys.lists });
  if (latestUpdate(before)?.seq === latestUpdate(now)?.seq) return;
  for (const queryKey of [documentKeys.all, profileKeys.list, jobKeys.all])
    void queries.invalidateQueries({ queryKey });
}

/** Sends over HTTP, which tells what became of it and can be repeated safely; then looks, should the line be down. */
function useSend<Input>(id: string, send: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { handlesError: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: tailoringKeys.one(id), exact: true }),
  });
}

export const useAnswer = (id: string) =>
  useSend(id, (body: { question_id: string; answer: string }) =>
    client.POST('/api/v1/tailoring-sessions/{tailoring_id}/answers', { ...pathTo(id), body }),
  );

export const useChat = (id: string) =>
  useSend(id, (message: string) =>
    client.POST('/api/v1/tailoring-sessions/{tailoring_id}/chat', { ...pathTo(id), body: { message } }),
  );

export const useReview = (id: string) =>
  useSend(id, (body: { version_number: number; refuse: number[] }) =>
    client.POST('/api/v1/tailoring-sessions/{tailoring_id}/changes', { ...pathTo(id), body }),
  );

export const useStop = (id: string) =>
  useSend(id, () => client.POST('/api/v1/tailoring-sessions/{tailoring_id}/stop', pathTo(id)));

/** What an answer would become; nothing is kept. */
export function usePreview(id: string, questionId: string, answer: string) {
  return useQuery({
    queryKey: tailoringKeys.preview(id, questionId, answer),
    queryFn: () =>
      read(
        client.POST('/api/v1/tailoring-sessions/{tailoring_id}/answers/preview', {
          ...pathTo(id),
          body: { question_id: questionId, answer },
        }),
      ),
    enabled: answer.trim() !== '',
    staleTime: Infinity,
  });
}
