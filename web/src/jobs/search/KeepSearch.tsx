import { Button, Group, NumberInput, Popover, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t as shared } from '../../strings';
import { FormSummary, showMessage, useForm } from '../../ui';
import { useSearchChanges, type Terms } from './api';
import { t } from './strings';

const w = t.keep;

/** Keeps the search on the page, so that it can run again and tell what is new. */
export function KeepSearch({ terms }: { terms: Terms }) {
  const [isOpen, setOpen] = useState(false);
  const { keep } = useSearchChanges();
  const form = useForm({
    initial: { name: [terms.q, terms.location].filter(Boolean).join(', '), min_match_score: '' },
    validate: ({ name }) => ({ name: name.trim() ? '' : shared.form.required }),
    submit: async ({ name, min_match_score }) => {
      await keep.mutateAsync({
        ...terms,
        name: name.trim(),
        min_match_score: min_match_score === '' ? null : Number(min_match_score),
      });
      setOpen(false);
      showMessage(w.done);
    },
  });
  return (
    <Popover opened={isOpen} onChange={setOpen} width={280} trapFocus withRoles position="bottom-end">
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(!isOpen)}>
          {w.title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={w.title}>
        <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
          <FormSummary form={form} labels={{ name: w.name, min_match_score: w.least }} />
          <Stack gap="sm">
            <TextInput {...form.field('name')} label={w.name} dir="auto" />
            <NumberInput
              id="min_match_score"
              label={w.least}
              description={w.leastHint}
              min={0}
              max={100}
              allowDecimal={false}
              value={form.values.min_match_score}
              onChange={(value) => form.set('min_match_score', String(value))}
              error={form.problems.fields.min_match_score}
            />
            <Group justify="flex-end">
              <Button type="submit" size="sm" loading={form.isBusy}>
                {w.submit}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
