import type { RouteObject } from 'react-router';

export const generationRoutes: RouteObject[] = [
  {
    path: '/generations/:generationId',
    lazy: async () => ({ Component: (await import('./GenerationPage')).GenerationPage }),
  },
];
