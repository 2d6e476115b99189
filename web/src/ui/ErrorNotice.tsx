import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError, messageOf } from '../api/errors';
import { t } from '../strings';
import { CopyRequestId } from './CopyRequestId';

/** What could not be loaded, why, and what next; never an empty list in disguise. */
export function ErrorNotice({
  error,
  onRetry,
  title,
}: {
  error: unknown;
  onRetry?: () => void;
  title?: string;
}) {
  const requestId = error instanceof ApiError ? error.requestId : '';
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? t.errors.title}
      role="alert"
    >
      {messageOf(error)}
      <Group gap="xs" mt="sm">
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t.errors.retry}
          </Button>
        )}
        {requestId && <CopyRequestId id={requestId} />}
      </Group>
    </Alert>
  );
}
