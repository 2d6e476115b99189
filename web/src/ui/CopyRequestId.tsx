import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { t } from '../strings';

/** What a report needs to find a failure in the server's log. */
export function CopyRequestId({ id }: { id: string }) {
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          c="dimmed"
          onClick={copy}
          title={t.errors.requestId(id)}
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        >
          {copied ? t.errors.copied : t.errors.copyId}
        </Button>
      )}
    </CopyButton>
  );
}
