import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Link, Navigate, useLocation } from 'react-router';
import { ApiError, useSession } from '../api';
import { signIn } from '../api/session';
import { FormSummary, useForm } from '../ui';
import { AuthPage, isEmail, nextOf, OtherWay } from './AuthPage';
import { t } from './strings';

export function SignIn() {
  const { search } = useLocation();
  const { status } = useSession();
  const form = useForm({
    initial: { email: '', password: '' },
    validate: ({ email, password }) => ({
      email: isEmail(email) ? '' : t.problems.email,
      password: password ? '' : t.problems.password,
    }),
    submit: async ({ email, password }) => {
      try {
        await signIn(email.trim(), password);
      } catch (error) {
        if (error instanceof ApiError && error.code === 'invalid_credentials') {
          throw new ApiError(error.status, error.code, t.signIn.wrong, {}, '');
        }
        throw error;
      }
    },
  });
  if (status === 'signed-in') return <Navigate to={nextOf(search)} replace />;
  return (
    <AuthPage
      title={t.signIn.title}
      footer={<OtherWay text={t.signIn.other} link={t.signIn.otherLink} to={`/register${search}`} />}
    >
      <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
        <FormSummary form={form} labels={t.fields} />
        <Stack>
          <TextInput
            {...form.field('email')}
            label={t.fields.email}
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
          />
          <PasswordInput
            {...form.field('password')}
            label={t.fields.password}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <Button type="submit" fullWidth loading={form.isBusy}>
            {t.signIn.submit}
          </Button>
          <Anchor component={Link} to="/forgot-password" size="sm" ta="center">
            {t.signIn.forgot}
          </Anchor>
        </Stack>
      </form>
    </AuthPage>
  );
}
