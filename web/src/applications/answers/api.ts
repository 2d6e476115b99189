import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, read, type ReusableAnswer, type ReusableAnswerIn } from '../../api';

const KEY = ['reusable-answers'] as const;
const MOST = 100;

/** All of them, by question: few people have more than a dozen, and at most two hundred can be kept. */
export const useAnswers = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async (): Promise<ReusableAnswer[]> => {
      const pageAt = (offset: number) =>
        read(
          client.GET('/api/v1/reusable-answers', {
            params: { query: { limit: MOST, offset, sort: 'question' } },
          }),
        );
      const first = await pageAt(0);
      return first.total > MOST ? [...first.items, ...(await pageAt(MOST)).items] : first.items;
    },
  });

const pathTo = (reusable_answer_id: string) => ({ params: { path: { reusable_answer_id } } });

/** Keeps an answer, or changes the one with the id. */
export function useSaveAnswer(id: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReusableAnswerIn) =>
      read<ReusableAnswer>(
        id
          ? client.PATCH('/api/v1/reusable-answers/{reusable_answer_id}', { ...pathTo(id), body })
          : client.POST('/api/v1/reusable-answers', { body }),
      ),
    meta: { handlesError: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useDeleteAnswer() {
  const queries = useQueryClient();
  return async (id: string) => {
    await client.DELETE('/api/v1/reusable-answers/{reusable_answer_id}', pathTo(id));
    await queries.invalidateQueries({ queryKey: KEY });
  };
}
