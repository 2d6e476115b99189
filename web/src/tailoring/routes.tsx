import type { RouteObject } from 'react-router';

export const tailoringRoutes: RouteObject[] = [
  { path: '/tailoring', lazy: async () => ({ Component: (await import('./Sessions')).Sessions }) },
  {
    path: '/tailoring/:sessionId',
    lazy: async () => ({ Component: (await import('./SessionPage')).SessionPage }),
  },
];
