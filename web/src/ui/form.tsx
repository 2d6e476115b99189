import { Alert, Anchor, Box, List } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { ApiError, messageOf } from '../api/errors';
import { t } from '../strings';
import { CopyRequestId } from './CopyRequestId';

export interface FormProblems {
  /** By field name; the input with that `id` shows it. */
  fields: Record<string, string>;
  /** What no single field can mend. */
  general: unknown;
}

const NONE: FormProblems = { fields: {}, general: null };

interface UseFormOptions<Values> {
  initial: Values;
  validate?: (values: Values) => Partial<Record<keyof Values & string, string>>;
  submit: (values: Values) => Promise<unknown>;
}

/**
 * A form that loses nothing: problems of the client and the server stand at the field and in a summary that takes the
 * focus, and a failed submission keeps every value.
 */
export function useForm<Values extends object>({ initial, validate, submit }: UseFormOptions<Values>) {
  const [values, setValues] = useState(initial);
  const [problems, setProblems] = useState(NONE);
  const [isBusy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);

  const set = <Name extends keyof Values & string>(name: Name, value: Values[Name]) => {
    setValues((current) => ({ ...current, [name]: value }));
    setProblems((current) => {
      if (!(name in current.fields)) return current;
      const fields = { ...current.fields };
      delete fields[name];
      return { ...current, fields };
    });
  };

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const found = Object.entries(validate?.(values) ?? {}).filter(([, message]) => message) as [
      string,
      string,
    ][];
    if (found.length) {
      setProblems({ fields: Object.fromEntries(found), general: null });
      setAttempt((number) => number + 1);
      return;
    }
    setProblems(NONE);
    setBusy(true);
    try {
      await submit(values);
    } catch (error) {
      setProblems(problemsOf(error, Object.keys(values)));
      setAttempt((number) => number + 1);
    } finally {
      setBusy(false);
    }
  };

  /** Properties of a text input: `<TextInput {...form.field('email')} label=… />`. */
  const field = <Name extends keyof Values & string>(name: Name) => ({
    id: name,
    name,
    value: values[name],
    error: problems.fields[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      set(name, event.currentTarget.value as Values[Name]),
  });

  return { values, set, setValues, problems, isBusy, onSubmit, field, attempt };
}

/** Sorts a refusal into what belongs to a field and what does not. */
export function problemsOf(error: unknown, names: string[]): FormProblems {
  if (!(error instanceof ApiError)) return { fields: {}, general: error };
  const known = error.fields.filter(({ field }) => names.includes(field.split('.')[0] ?? ''));
  const fields = Object.fromEntries(
    known.map(({ field, message }) => [field.split('.')[0] ?? field, message]),
  );
  return { fields, general: known.length === error.fields.length && known.length > 0 ? null : error };
}

/** The summary above a form; takes the focus when a submission failed. */
export function FormSummary({
  form,
  labels,
}: {
  form: { problems: FormProblems; attempt: number };
  labels: Record<string, string>;
}) {
  const { problems, attempt } = form;
  const alert = useRef<HTMLDivElement>(null);
  const entries = Object.entries(problems.fields);
  const isShown = entries.length > 0 || problems.general !== null;
  useEffect(() => {
    if (attempt) alert.current?.focus();
  }, [attempt]);
  if (!isShown) return null;
  const requestId = problems.general instanceof ApiError ? problems.general.requestId : '';
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="outline"
      mb="md"
      title={problems.general ? t.errors.title : t.errors.summary(entries.length)}
    >
      {problems.general !== null && messageOf(problems.general)}
      {requestId && (
        <Box mt="xs">
          <CopyRequestId id={requestId} />
        </Box>
      )}
      {entries.length > 0 && (
        <List size="sm">
          {entries.map(([name, message]) => (
            <List.Item key={name}>
              <Anchor inherit href={`#${name}`} onClick={(event) => focusField(event, name)}>
                {labels[name] ?? name}
              </Anchor>
              {`: ${message}`}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

function focusField(event: { preventDefault: () => void }, name: string): void {
  event.preventDefault();
  document.getElementById(name)?.focus();
}
