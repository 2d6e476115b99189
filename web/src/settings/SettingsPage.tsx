import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useIsFetching, useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { notificationsDestination } from '../shell/navigation';
import { announce, EmptyState, Page, SearchBox, useUrlState } from '../ui';
import { Account, ChangePassword } from './Account';
import { Appearance } from './Appearance';
import { Calendar } from './Calendar';
import { DataSection } from './DataSection';
import { Privacy } from './Privacy';
import { found, wordsOf } from './find';
import { Section, ShownSections } from './Section';
import { Sessions } from './Sessions';
import { t } from './strings';
import { System } from './System';
import classes from './settings.module.css';

const NAMES = [
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
const WORDS = Object.fromEntries(
  NAMES.map((name) => [name, `${wordsOf(t[name])} ${t.find.words[name]}`]),
) as Record<(typeof NAMES)[number], string>;

const isAwaited = ({ state }: Query): boolean => state.status === 'pending';

/** Goes to the part that the address names, and again when what stands above it has come and has its height. */
function usePlace(): void {
  const { hash, key } = useLocation();
  const queries = useQueryClient();
  const awaited = useIsFetching({ predicate: isAwaited });
  const arrived = useRef<string>(undefined);
  useEffect(() => {
    if (!hash || arrived.current === key) return;
    document.getElementById(hash.slice(1))?.scrollIntoView();
    // Asked here, not taken from above: at the first time the parts have just begun to ask.
    if (!queries.isFetching({ predicate: isAwaited })) arrived.current = key;
  }, [hash, key, awaited, queries]);
}

/** Everything about the account, each part saved on its own. */
export function SettingsPage() {
  usePlace();
  const [url, setUrl] = useUrlState('q');
  const shown = found(url.q, WORDS);
  const search = (q: string) => {
    setUrl({ q });
    if (q) announce(t.find.found(found(q, WORDS).length));
  };
  return (
    <Page title={t.title}>
      <Group mb="lg" maw="32rem">
        <SearchBox label={t.find.label} placeholder={t.find.placeholder} value={url.q} onSearch={search} />
      </Group>
      <div className={classes.room}>
        <div className={classes.columns}>
          <nav aria-label={t.contents} className={classes.contents}>
            {shown.map((name) => (
              <Anchor
                key={name}
                component={Link}
                to={{ hash: name, search: url.q && `?q=${encodeURIComponent(url.q)}` }}
                size="sm"
              >
                {t[name].title}
              </Anchor>
            ))}
          </nav>
          <div className={classes.sections}>
            {shown.length === 0 && (
              <EmptyState icon={<IconSearch />} title={t.find.none} text={t.find.noneText}>
                <Button variant="default" onClick={() => setUrl({ q: '' })}>
                  {t.find.clear}
                </Button>
              </EmptyState>
            )}
            <ShownSections value={shown}>
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
            </ShownSections>
          </div>
        </div>
      </div>
    </Page>
  );
}
