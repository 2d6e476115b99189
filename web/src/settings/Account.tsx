import { Button, Group, PasswordInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client, read, useUser } from '../api';
import { setUser } from '../api/session';
import { passwordProblem } from '../auth/AuthPage';
import { t as shared } from '../strings';
import { FormSummary, showMessage, Tag, useForm } from '../ui';
import { Section } from './Section';
import { t } from './strings';

const w = t.account;

export function Account() {
  const user = useUser();
  const form = useForm({
    initial: { full_name: user.full_name, username: user.username ?? '' },
    submit: async ({ full_name, username }) => {
      const body = { full_name, ...(username.trim() ? { username: username.trim() } : {}) };
      setUser(await read(client.PATCH('/api/v1/auth/me', { body })));
      showMessage(w.saved);
    },
  });
  const verify = useMutation({
    mutationFn: () => client.POST('/api/v1/auth/email/verification'),
    onSuccess: () => showMessage(w.sent),
  });
  return (
    <Section name="account">
      <Group gap="xs" mb="sm">
        <Text size="sm" fw={600} dir="auto">
          {user.email}
        </Text>
        {user.is_verified ? (
          <Tag tone="good" icon={<IconCheck size={12} aria-hidden />}>
            {w.verified}
          </Tag>
        ) : (
          <>
            <Tag tone="warn" icon={<IconAlertTriangle size={12} aria-hidden />}>
              {w.unverified}
            </Tag>
            <Button
              size="compact-xs"
              variant="default"
              loading={verify.isPending}
              onClick={() => verify.mutate()}
            >
              {w.verify}
            </Button>
          </>
        )}
      </Group>
      <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
        <FormSummary form={form} labels={{ full_name: w.name, username: w.username }} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            {...form.field('full_name')}
            label={w.name}
            description={w.nameHint}
            autoComplete="name"
            dir="auto"
          />
          <TextInput
            {...form.field('username')}
            label={w.username}
            description={w.usernameHint}
            autoComplete="username"
          />
        </SimpleGrid>
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed">
            {w.quota(user.generations_used, user.generations_limit)}
          </Text>
          <Button type="submit" loading={form.isBusy}>
            {shared.form.save}
          </Button>
        </Group>
      </form>
    </Section>
  );
}

const EMPTY = { current_password: '', new_password: '' };

export function ChangePassword() {
  const form = useForm({
    initial: EMPTY,
    validate: ({ current_password, new_password }) => ({
      current_password: current_password ? '' : shared.form.required,
      new_password: passwordProblem(new_password),
    }),
    submit: async (body) => {
      await client.POST('/api/v1/auth/password/change', { body });
      form.setValues(EMPTY);
      showMessage(t.password.saved);
    },
  });
  return (
    <Section name="password">
      <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
        <FormSummary
          form={form}
          labels={{ current_password: t.password.current, new_password: t.password.next }}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <PasswordInput
            {...form.field('current_password')}
            label={t.password.current}
            autoComplete="current-password"
          />
          <PasswordInput
            {...form.field('new_password')}
            label={t.password.next}
            description={form.problems.fields['new_password'] ? undefined : t.password.hint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
          />
        </SimpleGrid>
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed">
            {t.password.text}
          </Text>
          <Button type="submit" loading={form.isBusy}>
            {t.password.submit}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
