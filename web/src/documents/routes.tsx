import type { RouteObject } from 'react-router';

export const documentRoutes: RouteObject[] = [
  { path: '/documents', lazy: async () => ({ Component: (await import('./DocumentList')).DocumentList }) },
  {
    path: '/documents/:documentId',
    lazy: async () => ({ Component: (await import('./editor/EditorPage')).EditorPage }),
  },
];
