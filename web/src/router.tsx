import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { applicationRoutes } from './applications/routes';
import { authRoutes } from './auth/routes';
import { dashboardRoutes } from './dashboard/routes';
import { documentRoutes } from './documents/routes';
import { generationRoutes } from './generations/routes';
import { interviewRoutes } from './interviews/routes';
import { jobRoutes } from './jobs/routes';
import { notificationRoutes } from './notifications/routes';
import { profileRoutes } from './profiles/routes';
import { settingsRoutes } from './settings/routes';
import { Gate } from './shell/Gate';
import { NotFound, RouteError } from './shell/RouteError';
import { tailoringRoutes } from './tailoring/routes';

/** Each feature names its own pages; every page is a chunk of its own (`lazy`). */
const pages: RouteObject[] = [
  ...dashboardRoutes,
  ...jobRoutes,
  ...generationRoutes,
  ...documentRoutes,
  ...applicationRoutes,
  ...tailoringRoutes,
  ...interviewRoutes,
  ...profileRoutes,
  ...notificationRoutes,
  ...settingsRoutes,
];

export const routes: RouteObject[] = [
  { path: '/', element: <Navigate to="/dashboard" replace /> },
  { errorElement: <RouteError />, HydrateFallback: () => null, children: authRoutes },
  {
    element: <Gate />,
    errorElement: <RouteError />,
    HydrateFallback: () => null,
    children: [{ errorElement: <RouteError />, children: [...pages, { path: '*', element: <NotFound /> }] }],
  },
];

export const router = createBrowserRouter(routes);
