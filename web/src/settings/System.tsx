import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client, read } from '../api';
import { Loaded, Tag, type Tone } from '../ui';
import { Section } from './Section';
import { t } from './strings';
import classes from './settings.module.css';

const w = t.system;
const TONES: Record<'ok' | 'degraded' | 'unavailable', Tone> = {
  ok: 'good',
  degraded: 'warn',
  unavailable: 'bad',
};

export function System() {
  const version = useQuery({
    queryKey: ['version'],
    queryFn: () => read(client.GET('/version')),
    staleTime: Infinity,
  });
  const health = useQuery({ queryKey: ['health'], queryFn: () => read(client.GET('/health/ready')) });
  return (
    <Section name="system">
      <Loaded query={version}>
        {(running) => (
          <Text size="sm">
            {`${w.version(running.version)}. ${w.database(running.database_revision)}. `}
            <Anchor href="/docs" size="sm" underline="always">
              {w.api}
            </Anchor>
          </Text>
        )}
      </Loaded>
      <Text size="sm">
        {`${w.license} `}
        <Anchor href="/licenses.txt" size="sm" underline="always">
          {w.partsLicenses}
        </Anchor>
      </Text>
      <Loaded query={health}>
        {({ status, checks }) => (
          <ul className={classes.list}>
            <li>
              <Text size="sm">{w.service}</Text>
              <Tag tone={TONES[status]}>{w.status[status]}</Tag>
            </li>
            {Object.entries(checks).map(([name, state]) => (
              <li key={name}>
                <Text size="sm">{w.parts[name] ?? name}</Text>
                <Tag tone={state === 'ok' ? 'good' : TONES[status]}>
                  {state === 'ok' ? w.status.ok : String(state)}
                </Tag>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
