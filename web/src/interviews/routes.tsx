import type { RouteObject } from 'react-router';

export const interviewRoutes: RouteObject[] = [
  { path: '/interviews', lazy: async () => ({ Component: (await import('./Preps')).Preps }) },
  { path: '/interviews/:prepId', lazy: async () => ({ Component: (await import('./PrepPage')).PrepPage }) },
  {
    path: '/interviews/:prepId/:questionId',
    lazy: async () => ({ Component: (await import('./PracticePage')).PracticePage }),
  },
];
