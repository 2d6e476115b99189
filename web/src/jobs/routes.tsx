import type { RouteObject } from 'react-router';
import { expectJobs } from './api';

export const jobRoutes: RouteObject[] = [
  {
    path: '/jobs',
    loader: ({ request }) => expectJobs(new URL(request.url)),
    // Later filters are asked for by the list itself.
    shouldRevalidate: () => false,
    lazy: async () => ({ Component: (await import('./JobList')).JobList }),
  },
  { path: '/jobs/new', lazy: async () => ({ Component: (await import('./NewJob')).NewJob }) },
  {
    path: '/jobs/search',
    lazy: async () => ({ Component: (await import('./search/SearchPage')).SearchPage }),
  },
  {
    path: '/jobs/searches',
    lazy: async () => ({ Component: (await import('./search/SavedSearches')).SavedSearches }),
  },
  {
    path: '/capture',
    lazy: async () => ({ Component: (await import('./capture/CapturePage')).CapturePage }),
  },
  {
    path: '/jobs/compare',
    lazy: async () => ({ Component: (await import('./compare/ComparePage')).ComparePage }),
  },
  {
    path: '/jobs/company',
    lazy: async () => ({ Component: (await import('./company/CompanyPage')).CompanyPage }),
  },
  { path: '/jobs/:jobId', lazy: async () => ({ Component: (await import('./JobDetail')).JobDetail }) },
];
