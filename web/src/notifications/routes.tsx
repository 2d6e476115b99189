import type { RouteObject } from 'react-router';

export const notificationRoutes: RouteObject[] = [
  {
    path: '/notifications',
    lazy: async () => ({ Component: (await import('./NotificationList')).NotificationList }),
  },
  {
    path: '/notifications/settings',
    lazy: async () => ({ Component: (await import('./NotificationSettings')).NotificationSettings }),
  },
];
