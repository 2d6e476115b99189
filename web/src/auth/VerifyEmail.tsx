import { Alert, Anchor, Button, Skeleton, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { askWithoutSession } from '../api/session';
import { ErrorNotice } from '../ui';
import { AuthPage } from './AuthPage';
import { useSecret } from './Password';
import { t } from './strings';

export function VerifyEmail() {
  const token = useSecret();
  const asked = useRef(false);
  const { mutate, isSuccess, isError, error } = useMutation({
    mutationFn: () => askWithoutSession('/email/verify', { token }),
    meta: { handlesError: true },
  });
  useEffect(() => {
    // The link works once, and development mode runs effects twice.
    if (asked.current) return;
    asked.current = true;
    mutate();
  }, [mutate]);
  return (
    <AuthPage
      title={t.verify.title}
      footer={
        isError && (
          <Anchor component={Link} to="/dashboard" size="sm" underline="always">
            {t.verify.go}
          </Anchor>
        )
      }
    >
      {isSuccess && (
        <Alert icon={<IconCheck aria-hidden />} title={t.verify.done} role="status">
          <Button component={Link} to="/dashboard" mt="sm">
            {t.verify.go}
          </Button>
        </Alert>
      )}
      {isError && (
        <>
          <ErrorNotice error={error} title={t.verify.failed} />
          <Text size="sm" mt="md">
            {t.verify.again}
          </Text>
        </>
      )}
      {!isSuccess && !isError && <Skeleton height={60} />}
    </AuthPage>
  );
}
