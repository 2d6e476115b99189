import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../api';
import { register } from '../api/session';
import { FormSummary, useForm } from '../ui';
import { AuthPage, isEmail, nextOf, OtherWay, passwordProblem } from './AuthPage';
import { t } from './strings';

export function Register() {
  const { search } = useLocation();
  const { status } = useSession();
  const form = useForm({
    initial: { full_name: '', email: '', password: '' },
    validate: ({ email, password }) => ({
      email: isEmail(email) ? '' : t.problems.email,
      password: passwordProblem(password),
    }),
    submit: ({ email, password, full_name }) => register(email.trim(), password, full_name.trim()),
  });
  if (status === 'signed-in') return <Navigate to={nextOf(search)} replace />;
  return (
    <AuthPage
      title={t.register.title}
      footer={
        <>
          <OtherWay text={t.register.other} link={t.register.otherLink} to={`/sign-in${search}`} />
          <Text size="xs" c="dimmed" ta="center">
            {t.register.privacy}
          </Text>
        </>
      }
    >
      <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
        <FormSummary form={form} labels={{ ...t.fields, full_name: t.fields.fullName }} />
        <Stack>
          <TextInput
            {...form.field('full_name')}
            label={t.fields.fullName}
            description={t.hints.fullName}
            autoComplete="name"
            autoFocus
            dir="auto"
          />
          <TextInput
            {...form.field('email')}
            label={t.fields.email}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
          />
          <PasswordInput
            {...form.field('password')}
            label={t.fields.password}
            description={t.hints.rules}
            autoComplete="new-password"
            required
            withAsterisk={false}
          />
          <Button type="submit" fullWidth loading={form.isBusy}>
            {t.register.submit}
          </Button>
        </Stack>
      </form>
    </AuthPage>
  );
}
