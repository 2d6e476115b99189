import { useQuery } from '@tanstack/react-query';
import { client, read } from './client';

/** Whether the server has a language model, where that is, and whether it may be used. */
export const engineQuery = {
  queryKey: ['llm'],
  queryFn: () => read(client.GET('/api/v1/llm')),
};

/** The language model that may help here; null where there is none. */
export function useModel() {
  return useQuery({ ...engineQuery, select: (llm) => (llm.configured && llm.enabled ? llm : null) });
}
