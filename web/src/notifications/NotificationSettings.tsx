import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Code,
  CopyButton,
  Group,
  Modal,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconCheck, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ChannelOut, ChosenKinds, PreferencesOut } from '../api';
import { useApplications } from '../applications/api';
import { t as shared } from '../strings';
import { announce, Card, FormSummary, Loaded, Page, Tag, useForm } from '../ui';
import {
  useChangePreferences,
  useMute,
  usePreferences,
  useRenewSecret,
  useTestChannel,
  type Channel,
} from './api';
import { t } from './strings';
import classes from './notifications.module.css';

const KINDS = Object.keys(t.kinds).filter((kind) => kind !== 'test') as (keyof ChosenKinds)[];
const CHANNELS = Object.keys(t.channels) as Channel[];

/** Which kinds are told over which channels; each choice is saved by itself. */
export function NotificationSettings() {
  const preferences = usePreferences();
  return (
    <Page title={t.choose.title} back={{ to: '/notifications', label: t.choose.back }} lead={t.choose.lead}>
      <Loaded query={preferences}>
        {(data) => (
          <div className={classes.settings}>
            <Kinds preferences={data} />
            <section aria-labelledby="channels">
              <Title order={2} id="channels" mb="sm">
                {t.choose.channels}
              </Title>
              <div className={classes.channels}>
                {data.channels.map((channel) => (
                  <ChannelCard key={channel.channel} channel={channel} preferences={data} />
                ))}
              </div>
            </section>
            <Muted ids={data.muted_application_ids} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Kinds({ preferences }: { preferences: PreferencesOut }) {
  const change = useChangePreferences();
  const isReady = (channel: Channel) =>
    preferences.channels.find((one) => one.channel === channel)?.is_available ?? false;
  return (
    <Card component="section" aria-labelledby="kinds">
      <Title order={2} id="kinds" mb="xs">
        {t.choose.kinds}
      </Title>
      <Table verticalSpacing="sm" horizontalSpacing={4} className={classes.kinds}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.choose.kind}</Table.Th>
            {CHANNELS.map((channel) => (
              <Table.Th key={channel}>{t.short[channel]}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {KINDS.map((kind) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row">{t.kinds[kind]}</Table.Th>
              {CHANNELS.map((channel) => {
                const isChosen = preferences.kinds[kind][channel];
                return (
                  <Table.Td key={channel}>
                    <Checkbox
                      aria-label={t.choose.cell(t.kinds[kind], t.channels[channel])}
                      checked={isChosen}
                      // What cannot be sent cannot be chosen, but what was chosen can be taken back.
                      disabled={!isReady(channel) && !isChosen}
                      onChange={(event) =>
                        change.mutate(
                          { kinds: { [kind]: { [channel]: event.currentTarget.checked } } },
                          { onSuccess: () => announce(t.choose.saved) },
                        )
                      }
                    />
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function ChannelCard({ channel, preferences }: { channel: ChannelOut; preferences: PreferencesOut }) {
  const test = useTestChannel();
  const name = t.channels[channel.channel];
  return (
    <Card component="section" aria-label={name}>
      <Group justify="space-between" mb={4}>
        <Title order={3}>{name}</Title>
        <Tag tone={channel.is_available ? 'good' : 'neutral'}>
          {channel.is_available ? t.choose.ready : t.choose.notReady}
        </Tag>
      </Group>
      {channel.address && (
        <Text size="sm" className={classes.address}>
          {channel.address}
        </Text>
      )}
      {channel.remark && (
        <Text size="sm" c="dimmed">
          {channel.remark}
        </Text>
      )}
      {channel.channel === 'sms' && channel.is_offered && (
        <Address name="phone" value={preferences.phone} label={t.choose.phone} hint={t.choose.phoneHint} />
      )}
      {channel.channel === 'webhook' && <Webhook address={preferences.webhook_url} />}
      <Button
        mt="sm"
        size="xs"
        variant="default"
        leftSection={<IconSend size={14} aria-hidden />}
        aria-label={t.choose.testLabel(name)}
        disabled={!channel.is_available}
        loading={test.isPending}
        onClick={() => test.mutate(channel.channel)}
      >
        {t.choose.test}
      </Button>
      <Text
        size="sm"
        mt={4}
        role="status"
        c={test.data?.is_delivered === false ? 'var(--jw-bad)' : undefined}
      >
        {test.data && (test.data.is_delivered ? t.choose.delivered : t.choose.failed(test.data.error))}
      </Text>
    </Card>
  );
}

interface AddressProps {
  name: 'phone' | 'webhook_url';
  value: string;
  label: string;
  hint: string;
  onSecret?: (secret: string) => void;
}

function Address({ name, value, label, hint, onSecret }: AddressProps) {
  const change = useChangePreferences();
  const form = useForm({
    initial: { [name]: value },
    submit: async (values) => {
      const { webhook_secret } = await change.mutateAsync(values);
      announce(t.choose.saved);
      if (webhook_secret) onSecret?.(webhook_secret);
    },
  });
  return (
    <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
      <FormSummary form={form} labels={{ [name]: label }} />
      <Group align="flex-end" gap="xs" mt="xs">
        <TextInput {...form.field(name)} label={label} description={hint} flex="1 1 12rem" />
        <Button type="submit" variant="default" loading={form.isBusy}>
          {shared.form.save}
        </Button>
      </Group>
    </form>
  );
}

function Webhook({ address }: { address: string }) {
  const [secret, setSecret] = useState('');
  const [isAsking, setAsking] = useState(false);
  const renew = useRenewSecret();
  return (
    <>
      <Address
        name="webhook_url"
        value={address}
        label={t.choose.webhook}
        hint={t.choose.webhookHint}
        onSecret={setSecret}
      />
      {secret && (
        <Alert role="status" variant="outline" mt="sm" title={t.choose.secretTitle}>
          <Text size="sm">{t.choose.secretText}</Text>
          <Code block className={classes.address}>
            {secret}
          </Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" mt="xs" onClick={copy}>
                {copied ? t.choose.copied : t.choose.copy}
              </Button>
            )}
          </CopyButton>
        </Alert>
      )}
      {address && (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setAsking(true)}>
          {t.choose.renew}
        </Button>
      )}
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.choose.renewTitle}
        closeButtonProps={{ 'aria-label': shared.form.close }}
      >
        <Text>{t.choose.renewText}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {shared.form.cancel}
          </Button>
          <Button
            color="red"
            loading={renew.isPending}
            onClick={() =>
              renew.mutate(undefined, {
                onSuccess: ({ webhook_secret }) => {
                  setSecret(webhook_secret);
                  setAsking(false);
                },
              })
            }
          >
            {t.choose.renew}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function Muted({ ids }: { ids: string[] }) {
  const applications = useApplications({ limit: 100 });
  const mute = useMute();
  const nameOf = (id: string) => {
    const job = applications.data?.items.find((one) => one.id === id)?.job;
    return [job?.title, job?.company].filter(Boolean).join(', ') || t.choose.someApplication;
  };
  return (
    <Card component="section" aria-labelledby="muted">
      <Title order={2} id="muted">
        {t.choose.muted}
      </Title>
      <Text size="sm" c="dimmed">
        {ids.length ? t.choose.mutedSome : t.choose.mutedNone}
      </Text>
      <ul className={classes.muted}>
        {ids.map((id) => (
          <li key={id}>
            <Anchor component={Link} to={`/applications/${id}`} dir="auto">
              {nameOf(id)}
            </Anchor>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCheck size={14} aria-hidden />}
              aria-label={t.choose.unmuteName(nameOf(id))}
              onClick={() => mute(id, false)}
            >
              {t.choose.unmute}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
