import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  client,
  read,
  readFile,
  saveFile,
  type InterviewAnswerIn,
  type InterviewAnswerOut,
  type InterviewPrepIn,
} from '../api';
import { announce } from '../ui';
import { t } from './strings';

const POLL_MILLISECONDS = 1500;
const MOST_ANSWERS = 100;

export const interviewKeys = {
  all: ['interviews'] as const,
  list: (limit: number, offset: number) => ['interviews', 'list', limit, offset] as const,
  one: (id: string) => ['interviews', id] as const,
  answers: (id: string, questionId = '') => ['interviews', id, 'answers', questionId] as const,
  progress: (id: string) => ['interviews', id, 'progress'] as const,
};

const pathTo = (id: string) => ({ path: { prep_id: id } });

export function usePreps(limit: number, offset: number) {
  return useQuery({
    queryKey: interviewKeys.list(limit, offset),
    queryFn: () => read(client.GET('/api/v1/interview-preps', { params: { query: { limit, offset } } })),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === 'pending') ? POLL_MILLISECONDS : false,
  });
}

/** A preparation; while its questions are chosen it is asked for again and again, for it has no stream. */
export function usePrep(id: string) {
  return useQuery({
    queryKey: interviewKeys.one(id),
    queryFn: () => read(client.GET('/api/v1/interview-preps/{prep_id}', { params: pathTo(id) })),
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? POLL_MILLISECONDS : false),
  });
}

export function useStartPrep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: InterviewPrepIn) => read(client.POST('/api/v1/interview-preps', { body })),
    meta: { handlesError: true },
    onSuccess: (prep) => {
      queries.setQueryData(interviewKeys.one(prep.id), prep);
      void queries.invalidateQueries({ queryKey: ['interviews', 'list'] });
    },
  });
}

export async function deletePrep(id: string): Promise<void> {
  await client.DELETE('/api/v1/interview-preps/{prep_id}', { params: pathTo(id) });
}

/** The latest hundred answers, to one question or to all. */
export function useAnswers(id: string, questionId?: string) {
  return useQuery({
    queryKey: interviewKeys.answers(id, questionId),
    queryFn: () =>
      read(
        client.GET('/api/v1/interview-preps/{prep_id}/answers', {
          params: {
            ...pathTo(id),
            query: { limit: MOST_ANSWERS, ...(questionId ? { question_id: questionId } : {}) },
          },
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ wording }) => wording?.status === 'pending') ? POLL_MILLISECONDS : false,
  });
}

export function useProgress(id: string) {
  return useQuery({
    queryKey: interviewKeys.progress(id),
    queryFn: () => read(client.GET('/api/v1/interview-preps/{prep_id}/progress', { params: pathTo(id) })),
  });
}

export function useAnswer(id: string, questionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<InterviewAnswerIn, 'answer' | 'engine'>) =>
      read(
        client.POST('/api/v1/interview-preps/{prep_id}/answers', {
          params: pathTo(id),
          body: { ...body, question_id: questionId },
        }),
      ),
    meta: { handlesError: true },
    onSuccess: (answer) => {
      queries.setQueryData<{ items: InterviewAnswerOut[] }>(
        interviewKeys.answers(id, questionId),
        (old) => old && { ...old, items: [answer, ...old.items] },
      );
      void queries.invalidateQueries({ queryKey: interviewKeys.answers(id) });
      void queries.invalidateQueries({ queryKey: interviewKeys.progress(id) });
    },
  });
}

export type SheetFormat = 'pdf' | 'markdown';

export function useSheet(id: string) {
  return useMutation({
    mutationFn: (format: SheetFormat) => readFile(`/api/v1/interview-preps/${id}/export?format=${format}`),
    onSuccess: (file) => {
      saveFile(file);
      announce(t.prep.downloaded(file.filename));
    },
  });
}
