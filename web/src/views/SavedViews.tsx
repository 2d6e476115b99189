import { ActionIcon, Anchor, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconBookmarks, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { SavedView } from '../api';
import { t as shared } from '../strings';
import { FormSummary, Loaded, showError, showMessage, showUndo, useForm } from '../ui';
import { useDeleteView, useKeepView, useSavedViews, type Collection } from './api';
import { queryOf } from './query';
import { t } from './strings';
import classes from './views.module.css';

interface SavedViewsProps {
  collection: Collection;
  /** What of the address is the view. */
  names: readonly string[];
}

/** The list's ways of being looked at, kept under names: one is chosen with a click, and what is shown now is kept. */
export function SavedViews({ collection, names }: SavedViewsProps) {
  const [isOpen, setOpen] = useState(false);
  const [address] = useSearchParams();
  const views = useSavedViews(collection);
  const query = queryOf(address, names);
  const all = views.data?.items ?? [];
  const current = all.find((view) => view.query === query);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} trapFocus withRoles position="bottom-start">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmarks size={16} aria-hidden />}
          className={classes.button}
          onClick={() => setOpen(!isOpen)}
        >
          {current ? t.now(current.name) : t.title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Loaded query={views}>
          {() => (
            <Stack gap="sm">
              {all.length > 0 && (
                <ul className={classes.views}>
                  {all.map((view) => (
                    <ViewRow
                      key={view.id}
                      view={view}
                      isCurrent={view === current}
                      onChosen={() => setOpen(false)}
                    />
                  ))}
                </ul>
              )}
              {query === '' || current ? (
                <Text size="sm" c="dimmed">
                  {current ? t.same : t.none}
                </Text>
              ) : (
                <KeepView
                  key={query}
                  collection={collection}
                  query={query}
                  all={all}
                  onKept={() => setOpen(false)}
                />
              )}
            </Stack>
          )}
        </Loaded>
      </Popover.Dropdown>
    </Popover>
  );
}

function ViewRow({
  view,
  isCurrent,
  onChosen,
}: {
  view: SavedView;
  isCurrent: boolean;
  onChosen: () => void;
}) {
  const remove = useDeleteView();
  const keep = useKeepView();
  const { name } = view;
  // Gone at once, so that its name is free; undone, it is kept anew.
  const removeNow = () =>
    remove(view.id).then(
      () =>
        showUndo(t.deleted(name), {
          undo: () => keep.mutate({ ...view, id: undefined }, { onError: showError }),
        }),
      showError,
    );
  return (
    <li>
      <Anchor
        component={Link}
        to={{ search: view.query }}
        aria-current={isCurrent || undefined}
        dir="auto"
        onClick={onChosen}
      >
        {name}
      </Anchor>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="dimmed"
        aria-label={t.deleteLabel(name)}
        onClick={() => void removeNow()}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

interface KeepViewProps {
  collection: Collection;
  query: string;
  all: SavedView[];
  onKept: () => void;
}

/** A name that there is already is given to what is shown now. */
function KeepView({ collection, query, all, onKept }: KeepViewProps) {
  const keep = useKeepView();
  const form = useForm({
    initial: { name: '' },
    validate: ({ name }) => ({ name: name.trim() ? '' : shared.form.required }),
    submit: async ({ name }) => {
      await keep.mutateAsync({ collection, query, name: name.trim(), id: same?.id });
      onKept();
      showMessage(t.isSaved(name.trim()));
    },
  });
  const same = all.find((view) => view.name === form.values.name.trim());
  return (
    <form onSubmit={(event) => void form.onSubmit(event)} noValidate>
      <FormSummary form={form} labels={{ name: t.name }} />
      <Stack gap="sm">
        <TextInput {...form.field('name')} label={t.name} dir="auto" maxLength={100} />
        <Group justify="flex-end">
          <Button type="submit" size="sm" loading={form.isBusy}>
            {same ? t.replace : t.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
