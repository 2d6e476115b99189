import { Alert, Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client, read } from '../api';
import { Section } from './Section';
import { t } from './strings';

const w = t.calendar;

/** The feed's address holds its secret; only a hash of it is kept, so it is shown once. */
export function Calendar() {
  const make = useMutation({
    mutationFn: () => read(client.POST('/api/v1/applications/calendar/token')),
  });
  return (
    <Section name="calendar">
      <Text size="sm">{w.text}</Text>
      {make.data && (
        <Alert mt="sm" color="yellow" variant="outline" icon={<IconKey aria-hidden />} role="status">
          <Text size="sm" mb="xs">
            {w.secret}
          </Text>
          <Group gap="xs" align="flex-end">
            <TextInput
              readOnly
              flex="1 1 16rem"
              label={w.link}
              value={make.data.url}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={make.data.url}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  onClick={copy}
                  leftSection={
                    copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                  }
                >
                  {copied ? w.copied : w.copy}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Alert>
      )}
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed">
          {w.renew}
        </Text>
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {make.data ? w.again : w.make}
        </Button>
      </Group>
    </Section>
  );
}
