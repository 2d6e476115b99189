import { Anchor, Group } from '@mantine/core';
import type { ApplicationContact } from '../api';

/** How a person is reached: mail and telephone, each where it is known. */
export function Reach({ contact: { email, phone } }: { contact: ApplicationContact }) {
  return (
    <Group gap="xs">
      {email && (
        <Anchor href={`mailto:${email}`} size="sm">
          {email}
        </Anchor>
      )}
      {phone && (
        <Anchor href={`tel:${phone}`} size="sm">
          {phone}
        </Anchor>
      )}
    </Group>
  );
}
