import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, read } from '../api';
import { forget } from '../api/session';
import { ago, dateTime, Loaded, showMessage, Tag } from '../ui';
import { deviceOf } from './devices';
import { Section } from './Section';
import { t } from './strings';
import classes from './settings.module.css';

const w = t.sessions;
/** Whoever signs in at many places finds the rest below. */
const FIRST = 5;

export function Sessions() {
  const queries = useQueryClient();
  const [showsAll, setShowsAll] = useState(false);
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => read(client.GET('/api/v1/auth/sessions')),
  });
  const end = useMutation({
    mutationFn: (id: string) =>
      client.DELETE('/api/v1/auth/sessions/{session_id}', { params: { path: { session_id: id } } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sessions'] });
      showMessage(w.ended);
    },
  });
  const endAll = useMutation({ mutationFn: () => client.POST('/api/v1/auth/logout-all'), onSuccess: forget });
  return (
    <Section name="sessions">
      <Loaded query={sessions}>
        {(list) => (
          <>
            <ul className={classes.list}>
              {currentFirst(list)
                .slice(0, showsAll ? undefined : FIRST)
                .map(({ id, user_agent, ip_address, is_current, last_used_at, created_at }) => {
                  const device = deviceOf(user_agent);
                  return (
                    <li key={id}>
                      <div className={classes.grow}>
                        <Group gap="xs">
                          <Text size="sm" fw={600}>
                            {device}
                          </Text>
                          {is_current && <Tag tone="good">{w.here}</Tag>}
                        </Group>
                        <Text size="sm" c="dimmed">
                          {w.line(ago(last_used_at), ip_address)}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {w.since(dateTime(created_at))}
                        </Text>
                      </div>
                      {!is_current && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={w.endLabel(device, dateTime(created_at))}
                          loading={end.isPending && end.variables === id}
                          onClick={() => end.mutate(id)}
                        >
                          {w.end}
                        </Button>
                      )}
                    </li>
                  );
                })}
            </ul>
            {!showsAll && list.length > FIRST && (
              <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(true)}>
                {w.more(list.length - FIRST)}
              </Button>
            )}
          </>
        )}
      </Loaded>
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed">
          {w.allText}
        </Text>
        <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate()}>
          {w.all}
        </Button>
      </Group>
    </Section>
  );
}

const currentFirst = <One extends { is_current: boolean }>(list: One[]): One[] =>
  list.toSorted((one, other) => Number(other.is_current) - Number(one.is_current));
