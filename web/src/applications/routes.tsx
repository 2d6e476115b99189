import type { RouteObject } from 'react-router';

export const applicationRoutes: RouteObject[] = [
  { path: '/applications', lazy: async () => ({ Component: (await import('./Applications')).Applications }) },
  {
    path: '/applications/:applicationId',
    lazy: async () => ({ Component: (await import('./ApplicationDetail')).ApplicationDetail }),
  },
];
