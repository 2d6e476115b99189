import { MutationCache, QueryClient } from '@tanstack/react-query';
import { ApiError, SessionEndedError } from './errors';
import { showError } from '../ui/toast';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The page itself shows what went wrong. */
      handlesError?: boolean;
    };
  }
}

const isWorthRetrying = (error: unknown): boolean =>
  error instanceof ApiError && (error.isOffline || error.status === 503 || error.status === 502);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // An account may ask 100 times a minute; what was read half a minute ago still counts.
      staleTime: 30_000,
      retry: (count, error) => count < 2 && isWorthRetrying(error),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (!mutation.meta?.handlesError && !(error instanceof SessionEndedError)) showError(error);
    },
  }),
});
