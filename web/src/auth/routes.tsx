import type { RouteObject } from 'react-router';

export const authRoutes: RouteObject[] = [
  { path: '/sign-in', lazy: async () => ({ Component: (await import('./SignIn')).SignIn }) },
  { path: '/register', lazy: async () => ({ Component: (await import('./Register')).Register }) },
  { path: '/forgot-password', lazy: async () => ({ Component: (await import('./Password')).Forgot }) },
  { path: '/reset-password', lazy: async () => ({ Component: (await import('./Password')).Reset }) },
  { path: '/verify-email', lazy: async () => ({ Component: (await import('./VerifyEmail')).VerifyEmail }) },
];
