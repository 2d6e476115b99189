import {
  Alert,
  Button,
  Group,
  Modal,
  PasswordInput,
  Progress,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, read, readFile, saveFile, useUser } from '../api';
import { forget } from '../api/session';
import { t as shared } from '../strings';
import { FormSummary, Loaded, size, useForm } from '../ui';
import { Section } from './Section';
import { t } from './strings';
import { Uploads } from './Uploads';
import classes from './settings.module.css';

const w = t.data;

export function DataSection() {
  const [isDeleting, setDeleting] = useState(false);
  const exporting = useMutation({
    mutationFn: async () => saveFile(await readFile('/api/v1/auth/account/export')),
  });
  return (
    <Section name="data">
      <Storage />
      <Uploads />
      <Group justify="space-between">
        <Text size="sm" className={classes.grow}>
          {w.exportText}
        </Text>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {w.export}
        </Button>
      </Group>
      <div className={classes.danger}>
        <Title order={3} mb={4}>
          {w.deleteTitle}
        </Title>
        <Group justify="space-between">
          <Text size="sm" className={classes.grow}>
            {w.deleteText}
          </Text>
          <Button variant="default" c="var(--jw-bad)" onClick={() => setDeleting(true)}>
            {w.delete}
          </Button>
        </Group>
      </div>
      <Modal
        opened={isDeleting}
        onClose={() => setDeleting(false)}
        title={w.deleteTitle}
        closeButtonProps={{ 'aria-label': shared.form.close }}
      >
        <DeleteForm />
      </Modal>
    </Section>
  );
}

/** How much room there is, in plain numbers. */
function Storage() {
  const storage = useQuery({
    queryKey: ['storage'],
    queryFn: () => read(client.GET('/api/v1/auth/account/storage')),
  });
  return (
    <Loaded query={storage}>
      {({ used_bytes, limit_bytes, files }) => (
        <div className={classes.storage}>
          <Text size="sm">
            {w.storage(size(used_bytes), limit_bytes === null ? null : size(limit_bytes), files)}
          </Text>
          {limit_bytes !== null && (
            <Progress value={(100 * used_bytes) / limit_bytes} size="sm" my={6} aria-label={w.storageBar} />
          )}
          <Text size="sm" c="dimmed">
            {w.storageText}
          </Text>
        </div>
      )}
    </Loaded>
  );
}

function DeleteForm() {
  const { email } = useUser();
  const form = useForm({
    initial: { address: '', account_password: '' },
    validate: ({ address, account_password }) => ({
      address: address.trim().toLowerCase() === email.toLowerCase() ? '' : w.mismatch,
      account_password: account_password ? '' : shared.form.required,
    }),
    submit: async ({ account_password }) => {
      await client.DELETE('/api/v1/auth/account', { body: { password: account_password } });
      forget();
    },
  });
  return (
    <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
      <FormSummary form={form} labels={{ address: w.confirm(email), account_password: w.password }} />
      <Stack>
        <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />}>
          {w.deleteText} {w.exportFirst}
        </Alert>
        <TextInput {...form.field('address')} label={w.confirm(email)} autoComplete="off" data-autofocus />
        <PasswordInput
          {...form.field('account_password')}
          label={w.password}
          autoComplete="current-password"
        />
        <Button type="submit" color="red.8" loading={form.isBusy}>
          {w.deleteNow}
        </Button>
      </Stack>
    </form>
  );
}
