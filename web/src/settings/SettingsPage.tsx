import { Anchor, Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { notificationsDestination } from '../shell/navigation';
import { Page } from '../ui';
import { Account, ChangePassword } from './Account';
import { Appearance } from './Appearance';
import { Calendar } from './Calendar';
import { DataSection } from './DataSection';
import { Privacy } from './Privacy';
import { Section } from './Section';
import { Sessions } from './Sessions';
import { t } from './strings';
import { System } from './System';
import classes from './settings.module.css';

const SECTIONS = [
  'account',
  'password',
  'sessions',
  'privacy',
  'notifications',
  'calendar',
  'appearance',
  'data',
  'system',
] as const;

/** Everything about the account, each part saved on its own. */
export function SettingsPage() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <Page title={t.title}>
      <div className={classes.columns}>
        <nav aria-label={t.contents} className={classes.contents}>
          {SECTIONS.map((name) => (
            <Anchor key={name} component={Link} to={`#${name}`} size="sm">
              {t[name].title}
            </Anchor>
          ))}
        </nav>
        <div className={classes.sections}>
          <Account />
          <ChangePassword />
          <Sessions />
          <Privacy />
          <Section name="notifications">
            <Group justify="space-between">
              <Text size="sm">{t.notifications.text}</Text>
              <Button component={Link} to={`${notificationsDestination.path}/settings`} variant="default">
                {t.notifications.link}
              </Button>
            </Group>
          </Section>
          <Calendar />
          <Appearance />
          <DataSection />
          <System />
        </div>
      </div>
    </Page>
  );
}
