import type { RouteObject } from 'react-router';

export const applicationRoutes: RouteObject[] = [
  { path: '/applications', lazy: async () => ({ Component: (await import('./Applications')).Applications }) },
  {
    path: '/applications/import',
    lazy: async () => ({ Component: (await import('./import/ImportPage')).ImportPage }),
  },
  {
    path: '/applications/answers',
    lazy: async () => ({ Component: (await import('./answers/AnswersPage')).AnswersPage }),
  },
  {
    path: '/applications/statistics',
    lazy: async () => ({ Component: (await import('./statistics/StatisticsPage')).StatisticsPage }),
  },
  {
    path: '/applications/:applicationId',
    lazy: async () => ({ Component: (await import('./ApplicationDetail')).ApplicationDetail }),
  },
];
