import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { queryClient } from '../api/query';
import { refresh, useSession } from '../api/session';
import { t } from '../strings';
import { EmptyState } from '../ui/EmptyState';
import { Waiting, Lines } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Shell } from './Shell';

/** Lets in who is signed in; sends others to the sign-in, and back here afterwards. */
export function Gate() {
  const { status } = useSession();
  const location = useLocation();
  useEffect(() => {
    if (status === 'signed-out') queryClient.clear();
  }, [status]);
  if (status === 'unknown') {
    return (
      <Waiting>
        <Page title={t.loading} hidesTitle>
          <Lines />
        </Page>
      </Waiting>
    );
  }
  if (status === 'unreachable') return <Unreachable />;
  if (status === 'signed-out') {
    const here = location.pathname + location.search + location.hash;
    return (
      <Navigate
        to={here === '/dashboard' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`}
        replace
      />
    );
  }
  return <Shell />;
}

function Unreachable() {
  return (
    <Page title={t.unreachable.title} hidesTitle>
      <EmptyState icon={<IconPlugConnectedX />} title={t.unreachable.title} text={t.unreachable.text}>
        <Button onClick={() => void refresh()}>{t.errors.retry}</Button>
      </EmptyState>
    </Page>
  );
}
