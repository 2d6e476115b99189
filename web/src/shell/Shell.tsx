import { ActionIcon, Indicator, Kbd, Menu } from '@mantine/core';
import { IconApi, IconDots, IconLogout, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { client, read, useUser } from '../api';
import { signOut } from '../api/session';
import { useUnread } from '../notifications/unread';
import { t } from '../strings';
import {
  mainDestinations,
  notificationsDestination,
  onPhones,
  settingsDestination,
  type Destination,
} from './navigation';
import { ColorScheme } from './ColorScheme';
import { CommandPalette, openPalette } from './CommandPalette';
import { EngineBadge, EngineItem } from './EngineBadge';
import { ReLogin } from './ReLogin';
import { RunningWork } from './RunningWork';
import { openShortcutHelp, ShortcutHelp } from './ShortcutHelp';
import { useShortcuts } from './shortcuts';
import classes from './shell.module.css';

/** What stands around every page of somebody signed in. */
export function Shell() {
  const main = useRef<HTMLElement>(null);
  useGlobalShortcuts();
  useFocusOnArrival(main);
  return (
    <>
      <a className={classes.skip} href="#content">
        {t.nav.skip}
      </a>
      <div className={classes.frame}>
        <nav className={classes.side} aria-label={t.nav.label}>
          <Brand />
          {mainDestinations.map((destination) => (
            <NavItem key={destination.path} {...destination} />
          ))}
          <div className={classes.push} />
          <NavItem {...settingsDestination} />
          <EngineBadge />
          <Version />
        </nav>
        <section className={classes.top} aria-label={t.nav.tools}>
          <Brand className={classes.topBrand} />
          <button type="button" className={classes.search} onClick={openPalette}>
            <IconSearch size={16} aria-hidden />
            <span className={classes.long}>{t.nav.commands}</span>
            <span className={classes.short}>{t.nav.commandsShort}</span>
            <Kbd size="xs" aria-hidden visibleFrom="sm">
              {isMac ? '⌘K' : 'Ctrl K'}
            </Kbd>
          </button>
          <div className={classes.push} />
          <RunningWork />
          <Bell />
          <AccountMenu />
        </section>
        <main id="content" ref={main} tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
        <nav className={classes.bottom} aria-label={t.nav.label}>
          {mainDestinations.slice(0, onPhones).map((destination) => (
            <NavItem key={destination.path} {...destination} />
          ))}
          <MoreMenu />
        </nav>
      </div>
      <CommandPalette />
      <ShortcutHelp />
      <ReLogin />
    </>
  );
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

function Brand({ className = '' }: { className?: string }) {
  return (
    <Link to="/dashboard" className={`${classes.brand} ${className}`} aria-label={t.nav.home}>
      <img src="/favicon.svg" alt="" />
      <span>{t.name}</span>
    </Link>
  );
}

function NavItem({ path, label, Icon }: Destination) {
  return (
    <NavLink to={path} className={classes.link}>
      <Icon size={19} stroke={1.7} aria-hidden />
      {label}
    </NavLink>
  );
}

function Bell() {
  const unread = useUnread();
  const { path, Icon } = notificationsDestination;
  return (
    <Indicator disabled={!unread} label={unread > 99 ? '99+' : unread} size={16} offset={5} color="red.8">
      <ActionIcon
        component={Link}
        to={path}
        variant="subtle"
        color="gray"
        c="dimmed"
        size="lg"
        aria-label={t.nav.notificationsCount(unread)}
      >
        <Icon size={20} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}

function AccountMenu() {
  const user = useUser();
  const name = user.full_name || user.email;
  return (
    <Menu position="bottom-end" width={240} keepMounted={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          radius="xl"
          aria-label={`${t.nav.account}: ${name}`}
        >
          <IconUserCircle size={22} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label dir="auto">{name}</Menu.Label>
        <Menu.Item
          component={Link}
          to={settingsDestination.path}
          leftSection={<settingsDestination.Icon size={16} aria-hidden />}
        >
          {t.nav.settings}
        </Menu.Item>
        <Menu.Item component="a" href="/docs" leftSection={<IconApi size={16} aria-hidden />}>
          {t.nav.apiDocs}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t.theme.label}</Menu.Label>
        <ColorScheme fullWidth size="xs" />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t.nav.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function MoreMenu() {
  const rest = [...mainDestinations.slice(onPhones), notificationsDestination, settingsDestination];
  return (
    <Menu position="top-end" width={200} keepMounted={false}>
      <Menu.Target>
        <button type="button" className={`${classes.link} ${classes.more}`}>
          <IconDots size={19} stroke={1.7} aria-hidden />
          {t.nav.more}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {rest.map(({ path, label, Icon }) => (
          <Menu.Item key={path} component={Link} to={path} leftSection={<Icon size={16} aria-hidden />}>
            {label}
          </Menu.Item>
        ))}
        <EngineItem />
      </Menu.Dropdown>
    </Menu>
  );
}

function Version() {
  const version = useQuery({
    queryKey: ['version'],
    queryFn: () => read(client.GET('/version')),
    staleTime: Infinity,
  });
  return <div className={classes.version}>{version.data && t.footer.version(version.data.version)}</div>;
}

function useGlobalShortcuts(): void {
  const navigate = useNavigate();
  useShortcuts([
    { keys: '?', label: t.shortcuts.help, run: openShortcutHelp },
    { keys: '/', label: t.shortcuts.search, run: focusSearch },
    { keys: 'mod+k', label: t.shortcuts.palette, run: openPalette },
    { keys: 'n', label: t.shortcuts.create, run: () => void navigate('/jobs/new') },
    { keys: 'g d', label: t.shortcuts.goDashboard, run: () => void navigate('/dashboard') },
    { keys: 'g j', label: t.shortcuts.goJobs, run: () => void navigate('/jobs') },
    { keys: 'g b', label: t.shortcuts.goBoard, run: () => void navigate('/applications') },
    { keys: 'g p', label: t.shortcuts.goProfile, run: () => void navigate('/profile') },
  ]);
}

/** The page's own search field where it has one (`type="search"`), else the palette. */
function focusSearch(): void {
  const field = document.querySelector<HTMLElement>('main input[type=search]');
  if (field) field.focus();
  else openPalette();
}

/** A new page starts at its top, and for keyboards and screen readers at its content. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}
