import { Button, Group, Switch, Table, Text, Title } from '@mantine/core';
import { IconCloudUp, IconLock } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, engineQuery, read, type LlmCallOut, type LlmStatus } from '../api';
import { setUser } from '../api/session';
import { dateTime, ErrorNotice, Loaded, Pages, Tag } from '../ui';
import { Section } from './Section';
import { t } from './strings';

const w = t.privacy;
const PAGE = 10;

/** Where data goes, in words and call by call. */
export function Privacy() {
  const llm = useQuery(engineQuery);
  return (
    <Section name="privacy">
      <Loaded query={llm}>
        {(status) => (
          <>
            <Engine status={status} />
            <Ledger />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Engine({ status }: { status: LlmStatus }) {
  const { configured, enabled, host, model } = status;
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (llm_enabled: boolean) => read(client.PATCH('/api/v1/auth/me', { body: { llm_enabled } })),
    onSuccess: (user) => {
      setUser(user);
      queries.setQueryData<LlmStatus>(engineQuery.queryKey, { ...status, enabled: user.llm_enabled });
    },
  });
  const test = useMutation({
    mutationFn: () => read(client.POST('/api/v1/llm/test')),
    meta: { handlesError: true },
    onSettled: () => queries.invalidateQueries({ queryKey: ['llm', 'calls'] }),
  });
  return (
    <>
      {configured && enabled ? (
        <Tag tone="info" icon={<IconCloudUp size={12} aria-hidden />}>
          {w.sends(host)}
        </Tag>
      ) : (
        <Tag tone="good" icon={<IconLock size={12} aria-hidden />}>
          {w.local}
        </Tag>
      )}
      <Text size="sm" mt="xs">
        {configured ? (enabled ? w.on(model, host) : w.off(model, host)) : w.none}
      </Text>
      <Text size="sm" c="dimmed">
        {w.boards}
      </Text>
      {configured && (
        <>
          <Switch
            mt="md"
            label={w.switch}
            description={w.switchHint}
            checked={enabled}
            disabled={change.isPending}
            onChange={(event) => change.mutate(event.currentTarget.checked)}
          />
          <Title order={3} size="sm" mt="md">
            {w.whatTitle}
          </Title>
          <Text size="sm">{w.what}</Text>
          <Title order={3} size="sm" mt="sm">
            {w.neverTitle}
          </Title>
          <Text size="sm">{w.never}</Text>
          {enabled && (
            <Group mt="sm">
              <Button
                size="compact-sm"
                variant="default"
                loading={test.isPending}
                onClick={() => test.mutate()}
              >
                {w.test}
              </Button>
              {test.data && (
                <Text size="sm" role="status">
                  {w.tested(test.data.model, test.data.seconds)}
                </Text>
              )}
            </Group>
          )}
          {test.isError && <ErrorNotice error={test.error} />}
        </>
      )}
    </>
  );
}

function Ledger() {
  const [offset, setOffset] = useState(0);
  const calls = useQuery({
    queryKey: ['llm', 'calls', offset],
    queryFn: () => read(client.GET('/api/v1/llm/calls', { params: { query: { limit: PAGE, offset } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Title order={3} size="sm" mt="md">
        {w.ledger}
      </Title>
      <Loaded query={calls}>
        {({ items, total }) =>
          total === 0 ? (
            <Text size="sm" c="dimmed">
              {w.ledgerNone}
            </Text>
          ) : (
            <>
              <Table verticalSpacing="xs" aria-label={w.ledger}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{w.columns.when}</Table.Th>
                    <Table.Th>{w.columns.what}</Table.Th>
                    <Table.Th visibleFrom="sm">{w.columns.where}</Table.Th>
                    <Table.Th>{w.columns.data}</Table.Th>
                    <Table.Th visibleFrom="sm">{w.columns.cost}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((call) => (
                    <Call key={call.id} call={call} />
                  ))}
                </Table.Tbody>
              </Table>
              <Pages total={total} limit={PAGE} offset={offset} onOffset={setOffset} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Call({ call }: { call: LlmCallOut }) {
  const { created_at, purpose, status, host, model, data_kinds, input_tokens, output_tokens } = call;
  return (
    <Table.Tr>
      <Table.Td>{dateTime(created_at)}</Table.Td>
      <Table.Td>
        {w.purposes[purpose as keyof typeof w.purposes] ?? purpose}
        <Text size="xs" c="dimmed">
          {w.status[status]}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        {host}
        <Text size="xs" c="dimmed">
          {model}
        </Text>
      </Table.Td>
      <Table.Td>{data_kinds.join(', ') || w.nothing}</Table.Td>
      <Table.Td visibleFrom="sm">
        {w.tokens(input_tokens, output_tokens)}
        {call.cost_estimate !== null && (
          <Text size="xs" c="dimmed">
            {w.cost(call.cost_estimate)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
