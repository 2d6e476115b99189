import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { t as shared } from '../strings';
import { Card } from '../ui';
import { setTabTitle } from '../ui/tabTitle';
import { t } from './strings';
import classes from './auth.module.css';

/** The frame of the pages before the sign-in. */
export function AuthPage({
  title,
  children,
  footer,
}: {
  title: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  useEffect(() => {
    setTabTitle(title);
  }, [title]);
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <div className={classes.brand}>
          <img src="/favicon.svg" alt="" />
          {shared.name}
        </div>
        <Text c="dimmed" mb="lg">
          {t.promise}
        </Text>
        <Card>
          <Title order={1} mb="md">
            {title}
          </Title>
          {children}
        </Card>
        <Stack gap="xs" mt="md" align="center">
          {footer}
        </Stack>
      </div>
    </main>
  );
}

export function OtherWay({ text, link, to }: { text: string; link: string; to: string }) {
  return (
    <Text size="sm">
      {text}{' '}
      <Anchor component={Link} to={to} underline="always">
        {link}
      </Anchor>
    </Text>
  );
}

/** Where to after signing in: an address of this client only. */
export function nextOf(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : '/dashboard';
}

export const isEmail = (text: string): boolean => /^\S+@\S+$/.test(text);

/** What the password still lacks, in words; empty where it follows the rules. */
export function passwordProblem(password: string): string {
  const { length, upper, lower, digit } = t.problems.missing;
  const missing = [
    password.length < 8 && length,
    !/\p{Lu}/u.test(password) && upper,
    !/\p{Ll}/u.test(password) && lower,
    !/\d/.test(password) && digit,
  ].filter(Boolean);
  return missing.length ? t.problems.rules(missing.join(', ')) : '';
}
