import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { FormSummary } from '../ui';
import type { FormProblems } from '../ui/form';
import classes from './applications.module.css';

interface AddEntryProps {
  title: string;
  form: {
    problems: FormProblems;
    attempt: number;
    isBusy: boolean;
    onSubmit: (event: FormEvent) => Promise<void>;
  };
  labels: Record<string, string>;
  /** The inputs. */
  children: ReactNode;
}

/** A folded form under a list, for one entry more. */
export function AddEntry({ title, form, labels, children }: AddEntryProps) {
  return (
    <details className={classes.more}>
      <summary>{title}</summary>
      <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
        <FormSummary form={form} labels={labels} />
        <div className={classes.fields}>{children}</div>
        <Button type="submit" size="sm" mt="sm" loading={form.isBusy}>
          {title}
        </Button>
      </form>
    </details>
  );
}
