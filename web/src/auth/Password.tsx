import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { askWithoutSession } from '../api/session';
import { FormSummary, useForm } from '../ui';
import { AuthPage, isEmail, passwordProblem } from './AuthPage';
import { t } from './strings';

const back = (
  <Anchor component={Link} to="/sign-in" size="sm" underline="always">
    {t.forgot.back}
  </Anchor>
);

export function Forgot() {
  const [isDone, setDone] = useState(false);
  const form = useForm({
    initial: { email: '' },
    validate: ({ email }) => ({ email: isEmail(email) ? '' : t.problems.email }),
    submit: async ({ email }) => {
      await askWithoutSession('/password/forgot', { email: email.trim() });
      setDone(true);
    },
  });
  return (
    <AuthPage title={t.forgot.title} footer={back}>
      {isDone ? (
        <Alert icon={<IconMail aria-hidden />} title={t.forgot.doneTitle} role="status">
          {t.forgot.done}
        </Alert>
      ) : (
        <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
          <FormSummary form={form} labels={t.fields} />
          <Stack>
            <Text size="sm">{t.forgot.text}</Text>
            <TextInput
              {...form.field('email')}
              label={t.fields.email}
              type="email"
              autoComplete="username"
              autoFocus
              required
              withAsterisk={false}
            />
            <Button type="submit" loading={form.isBusy}>
              {t.forgot.submit}
            </Button>
          </Stack>
        </form>
      )}
    </AuthPage>
  );
}

/** The secret stands behind the `#`, which browsers send to no server. */
export function useSecret(): string {
  const { hash } = useLocation();
  return new URLSearchParams(hash.slice(1)).get('token') ?? '';
}

export function Reset() {
  const token = useSecret();
  const [isDone, setDone] = useState(false);
  const form = useForm({
    initial: { new_password: '' },
    validate: ({ new_password }) => ({ new_password: passwordProblem(new_password) }),
    submit: async ({ new_password }) => {
      await askWithoutSession('/password/reset', { token, new_password });
      setDone(true);
    },
  });
  return (
    <AuthPage title={t.reset.title} footer={back}>
      {!token && <Alert color="red" variant="outline" title={t.reset.noToken} role="alert" />}
      {token && isDone && (
        <Alert icon={<IconCheck aria-hidden />} title={t.reset.doneTitle} role="status">
          {t.reset.done}
        </Alert>
      )}
      {token && !isDone && (
        <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
          <FormSummary form={form} labels={{ new_password: t.fields.newPassword }} />
          <Stack>
            <PasswordInput
              {...form.field('new_password')}
              label={t.fields.newPassword}
              description={t.hints.rules}
              autoComplete="new-password"
              autoFocus
            />
            <Button type="submit" loading={form.isBusy}>
              {t.reset.submit}
            </Button>
          </Stack>
        </form>
      )}
    </AuthPage>
  );
}
