import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../strings';
import { ErrorNotice } from './ErrorNotice';

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  /** What the content's shape is, while it loads; by default some lines. */
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Shows a query: nothing for the first moment, then a skeleton, the content, or the error with a retry. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting>{skeleton ?? <Lines />}</Waiting>;
}

export function Lines({ count = 4 }: { count?: number }) {
  return (
    <Stack gap="sm">
      {Array.from({ length: count }, (_, index) => (
        <Skeleton
          key={index}
          height={index === 0 ? 28 : 18}
          width={index === 0 ? '40%' : `${95 - index * 7}%`}
        />
      ))}
    </Stack>
  );
}

/** Holds a skeleton back for 0.3 seconds: what is faster should not flicker. */
export function Waiting({ children }: { children: ReactNode }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{t.loading}</VisuallyHidden>
      {children}
    </div>
  );
}
