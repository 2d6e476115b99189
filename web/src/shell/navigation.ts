import {
  IconBell,
  IconBriefcase,
  IconFileText,
  IconLayoutDashboard,
  IconLayoutKanban,
  IconMessages,
  IconSettings,
  IconUser,
} from '@tabler/icons-react';
import { t } from '../strings';

export interface Destination {
  path: string;
  label: string;
  Icon: typeof IconBell;
}

/** Where the sidebar leads, in the order of a search for a job. */
export const mainDestinations: Destination[] = [
  { path: '/dashboard', label: t.nav.dashboard, Icon: IconLayoutDashboard },
  { path: '/jobs', label: t.nav.jobs, Icon: IconBriefcase },
  { path: '/applications', label: t.nav.applications, Icon: IconLayoutKanban },
  { path: '/documents', label: t.nav.documents, Icon: IconFileText },
  { path: '/interviews', label: t.nav.interviews, Icon: IconMessages },
  { path: '/profile', label: t.nav.profile, Icon: IconUser },
];

export const notificationsDestination: Destination = {
  path: '/notifications',
  label: t.nav.notifications,
  Icon: IconBell,
};

export const settingsDestination: Destination = {
  path: '/settings',
  label: t.nav.settings,
  Icon: IconSettings,
};

/** What fits into the bottom bar of a phone; the rest is behind "More". */
export const onPhones = 4;
