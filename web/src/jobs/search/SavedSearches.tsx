import { Alert, Anchor, Button, Group, Switch, Text } from '@mantine/core';
import { IconAlertTriangle, IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SavedSearchOut } from '../../api';
import {
  ago,
  Card,
  EmptyState,
  Facts,
  Loaded,
  Page,
  removeWithUndo,
  showMessage,
  Tag,
  useLeft,
} from '../../ui';
import { useHits, useSavedSearches, useSchedule, useSearchChanges } from './api';
import { t as shared } from '../../strings';
import { t } from './strings';
import { sourceOf } from '../words';
import { addressOf, inWords } from './terms';
import classes from './search.module.css';

const w = t.searches;

/** The searches that are kept, how each went, and what it found. */
export function SavedSearches() {
  const searches = useSavedSearches();
  const schedule = useSchedule();
  const leftOf = useLeft();
  const hours = schedule.data?.interval_hours;
  const isEmpty = searches.data && leftOf(searches.data).items.length === 0;
  const search = (
    <Button component={Link} to="/jobs/search">
      {t.open}
    </Button>
  );
  return (
    <Page
      title={w.title}
      lead={schedule.data && (hours ? w.every(hours) : w.byHand)}
      actions={!isEmpty && search}
    >
      <Loaded query={searches}>
        {(data) => {
          const { items } = leftOf(data);
          return isEmpty ? (
            <EmptyState icon={<IconBookmark />} title={w.never.title} text={w.never.text}>
              {search}
            </EmptyState>
          ) : (
            <ul className={classes.list}>
              {items.map((item) => (
                <SearchCard key={item.id} search={item} isScheduling={Boolean(hours)} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}

function SearchCard({ search, isScheduling }: { search: SavedSearchOut; isScheduling: boolean }) {
  const { id, name, last_run_at, last_new_count, last_warnings, is_scheduled } = search;
  const { change, run, remove } = useSearchChanges();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card component="li">
      <div className={classes.grow}>
        <Text fw={600} component="h2" size="md" dir="auto">
          {name}
        </Text>
        <Text size="sm" dir="auto">
          {inWords(search)}
        </Text>
        <Text size="sm" c="dimmed">
          {last_run_at ? w.lastRun(ago(last_run_at), last_new_count) : w.neverRun}
        </Text>
      </div>
      {last_warnings.length > 0 && (
        <Alert
          mt="xs"
          color="yellow"
          variant="outline"
          icon={<IconAlertTriangle aria-hidden />}
          title={t.failed(last_warnings.length)}
        >
          {last_warnings.map((warning) => (
            <Text size="sm" key={warning}>
              {warning}
            </Text>
          ))}
        </Alert>
      )}
      <Group mt="sm" gap="md">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={w.runLabel(name)}
          loading={run.isPending}
          onClick={() =>
            run.mutate(id, {
              onSuccess: ({ new_hits }) => {
                showMessage(w.ran(name, new_hits.length));
                setOpen(true);
              },
            })
          }
        >
          {w.run}
        </Button>
        {isScheduling && (
          <Switch
            label={w.scheduled}
            aria-label={w.scheduledLabel(name)}
            checked={is_scheduled}
            onChange={(event) => change.mutate({ id, is_scheduled: event.currentTarget.checked })}
          />
        )}
        <Anchor component={Link} to={addressOf(search)} size="sm">
          {w.look}
        </Anchor>
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={w.remove(name)}
          onClick={() => removeWithUndo({ ids: [id], message: w.removed(name), commit: () => remove(id) })}
        >
          {shared.form.delete}
        </Anchor>
      </Group>
      <details
        className={classes.details}
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{w.hits}</summary>
        {isOpen && <Hits id={id} />}
      </details>
    </Card>
  );
}

function Hits({ id }: { id: string }) {
  const hits = useHits(id);
  return (
    <Loaded query={hits}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {w.noHits}
          </Text>
        ) : (
          <ul className={classes.hits}>
            {items.map((hit) => (
              <li key={hit.id}>
                <div className={classes.grow}>
                  <Text size="sm" fw={600} dir="auto">
                    {hit.title}
                  </Text>
                  <Text size="sm" c="dimmed">
                    <Facts
                      of={[hit.company, hit.location, t.at(sourceOf(hit.source)), ago(hit.created_at)]}
                    />
                  </Text>
                </div>
                {hit.match_score !== null && <Tag>{String(hit.match_score)}</Tag>}
                {hit.job_url && (
                  <Anchor
                    component={Link}
                    size="sm"
                    to={`/jobs/new?url=${encodeURIComponent(hit.job_url)}`}
                    aria-label={w.addLabel(hit.title)}
                  >
                    {w.add}
                  </Anchor>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
