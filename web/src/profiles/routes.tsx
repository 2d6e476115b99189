import type { RouteObject } from 'react-router';

export const profileRoutes: RouteObject[] = [
  { path: '/profile', lazy: async () => ({ Component: (await import('./editor/ProfilePage')).ProfilePage }) },
  {
    path: '/profile/import',
    lazy: async () => ({ Component: (await import('./import/ImportPage')).ImportPage }),
  },
];
