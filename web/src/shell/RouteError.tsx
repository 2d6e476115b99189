import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconMapOff } from '@tabler/icons-react';
import { Link, isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiError, messageOf } from '../api/errors';
import { t } from '../strings';
import { CopyRequestId } from '../ui/CopyRequestId';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';

/** What a page shows that broke: the rest of the client keeps working. */
export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  const requestId = error instanceof ApiError ? error.requestId : '';
  return (
    <Page title={t.errors.pageTitle}>
      <Alert
        color="red"
        variant="outline"
        icon={<IconAlertTriangle aria-hidden />}
        role="alert"
        title={messageOf(error)}
      >
        {t.errors.pageText}
        <Group mt="md">
          <Button size="xs" onClick={() => location.reload()}>
            {t.errors.reload}
          </Button>
          {requestId && <CopyRequestId id={requestId} />}
        </Group>
      </Alert>
    </Page>
  );
}

export function NotFound() {
  return (
    <Page title={t.notFound.title} hidesTitle>
      <EmptyState icon={<IconMapOff />} title={t.notFound.title} text={t.notFound.text}>
        <Button component={Link} to="/dashboard">
          {t.notFound.action}
        </Button>
      </EmptyState>
    </Page>
  );
}
