import { Button, Group, Modal, PasswordInput, Text, TextInput } from '@mantine/core';
import { signIn, signOut, useSession } from '../api/session';
import { t } from '../strings';
import { FormSummary, useForm } from '../ui/form';

/** The session ended mid-work: the page stays as it is below, and goes on after the password. */
export function ReLogin() {
  const { status } = useSession();
  return (
    <Modal
      opened={status === 'expired'}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t.relogin.title}
      zIndex={1000}
    >
      <Form />
    </Modal>
  );
}

function Form() {
  const email = useSession().user?.email ?? '';
  const form = useForm({
    initial: { password: '' },
    validate: ({ password }) => ({ password: password ? '' : t.form.required }),
    submit: ({ password }) => signIn(email, password),
  });
  return (
    <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
      <Text size="sm" mb="md">
        {t.relogin.text}
      </Text>
      <FormSummary form={form} labels={{ password: t.relogin.password }} />
      <TextInput
        type="email"
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        label={t.nav.account}
        mb="sm"
      />
      <PasswordInput
        {...form.field('password')}
        label={t.relogin.password}
        autoComplete="current-password"
        data-autofocus
      />
      <Group justify="space-between" mt="lg" gap="xs" wrap="wrap-reverse">
        <Button variant="subtle" color="gray" c="dimmed" px="xs" onClick={() => void signOut()}>
          {t.relogin.leave}
        </Button>
        <Button type="submit" loading={form.isBusy}>
          {t.relogin.submit}
        </Button>
      </Group>
    </form>
  );
}
