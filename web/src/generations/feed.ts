import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, follow, read, whileVisible } from '../api';
import { queryClient } from '../api/query';
import { t } from '../strings';
import { announce } from '../ui/announce';
import type { GenerationOut, ProgressOut, ResultLinkOut } from '../api';

export type Generation = GenerationOut;

interface GenerationEvent {
  generation_id: string;
  status: Generation['status'];
  progress: ProgressOut;
  message: string;
  result: ResultLinkOut | null;
}

const RUNNING: readonly Generation['status'][] = ['pending', 'generating'];
const POLL_MILLISECONDS = 3000;

export const isRunning = ({ status }: { status: Generation['status'] }): boolean => RUNNING.includes(status);

export const generationKeys = {
  all: ['generations'] as const,
  recent: ['generations', 'recent'] as const,
  one: (id: string) => ['generations', id] as const,
};

export const generationQuery = (id: string) => ({
  queryKey: generationKeys.one(id),
  queryFn: async () => {
    const params = { path: { generation_id: id } };
    const now = await read(client.GET('/api/v1/generations/{generation_id}', { params }));
    const before = queryClient.getQueryData<Generation>(generationKeys.one(id));
    if (before && isRunning(before) && !isRunning(now)) tellOfEnd(now);
    return now;
  },
});

/** The latest generations, whichever tab or page started them. */
export function useRecentGenerations() {
  return useQuery({
    queryKey: generationKeys.recent,
    queryFn: () => read(client.GET('/api/v1/generations', { params: { query: { limit: 10 } } })),
    staleTime: 5000,
  });
}

/** A generation, live while it runs: by its stream, by polling while the stream is down. */
export function useGeneration(id: string) {
  const [isPolling, setPolling] = useState(false);
  const query = useQuery({ ...generationQuery(id), refetchInterval: isPolling ? POLL_MILLISECONDS : false });
  const running = query.data ? isRunning(query.data) : false;
  useEffect(() => {
    if (!running) return undefined;
    return watch(id, setPolling);
  }, [id, running]);
  return query;
}

/** One stream for each generation, however many places look at it, and none while the tab is hidden. */
const watched = new Map<string, { viewers: Set<(isDown: boolean) => void>; stop: () => void }>();

function watch(id: string, viewer: (isDown: boolean) => void): () => void {
  let entry = watched.get(id);
  if (!entry) {
    entry = { viewers: new Set(), stop: () => undefined };
    watched.set(id, entry);
    entry.stop = whileVisible(() => open(id));
  }
  const current = entry;
  current.viewers.add(viewer);
  return () => {
    current.viewers.delete(viewer);
    if (current.viewers.size) return;
    current.stop();
    watched.delete(id);
  };
}

function tellViewers(id: string, isDown: boolean): void {
  watched.get(id)?.viewers.forEach((viewer) => viewer(isDown));
}

function open(id: string): () => void {
  return follow(`/api/v1/generations/${id}/events`, {
    onEvent: ({ data }) => {
      tellViewers(id, false);
      apply(queryClient, data as GenerationEvent);
    },
    onDrop: () => tellViewers(id, true),
    isFinal: ({ name }) => name !== 'progress',
  });
}

function apply(cache: QueryClient, event: GenerationEvent): void {
  const changed = (generation: Generation): Generation => ({
    ...generation,
    status: event.status,
    progress: event.progress,
    result: event.result,
    error_message: event.status === 'failed' ? event.message : generation.error_message,
  });
  const before = cache.getQueryData<Generation>(generationKeys.one(event.generation_id));
  if (before) {
    const now = changed(before);
    cache.setQueryData(generationKeys.one(event.generation_id), now);
    if (isRunning(before) && !isRunning(now)) tellOfEnd(now);
  }
  cache.setQueryData<{ items: Generation[] }>(
    generationKeys.recent,
    (old) =>
      old && {
        ...old,
        items: old.items.map((item) => (item.id === event.generation_id ? changed(item) : item)),
      },
  );
}

export const nameOf = (generation: Pick<Generation, 'document_type'>): string =>
  generation.document_type === 'resume' ? t.work.resume : t.work.letter;

/** Says it once, wherever one is, and lets every list that may show the result look again. */
function tellOfEnd(generation: Generation): void {
  const name = nameOf(generation);
  const ending = {
    completed: t.work.finished(name),
    needs_review: t.work.review(name),
    cancelled: t.work.cancelled(name),
  } as Record<string, string>;
  announce(ending[generation.status] ?? t.work.failed(name));
  for (const key of ['generations', 'documents', 'applications'])
    void queryClient.invalidateQueries({ queryKey: [key] });
}
