import { ActionIcon, Anchor, Button, Group, Select, Text, TextInput, Title } from '@mantine/core';
import {
  IconArrowsExchange,
  IconFileCheck,
  IconHistory,
  IconMessages,
  IconNote,
  IconPhone,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'react-router';
import type { ApplicationEvent, EventIn } from '../api';
import {
  Card,
  dateTime,
  EmptyState,
  FormSummary,
  GrowingText,
  Loaded,
  showMessage,
  Tag,
  useForm,
  useKept,
  useRemoved,
  useUrlState,
} from '../ui';
import { isAddress } from '../jobs/api';
import type { Status } from './board';
import { changeOf, momentOf, useChange, useMyDocuments, useRemoval, useTimeline } from './detail';
import { SaveEvent } from './SaveEvent';
import { t } from './strings';
import classes from './applications.module.css';

type Kind = ApplicationEvent['kind'];
const words = t.detail.timeline;
const KINDS = Object.keys(words.kinds) as Kind[];
const ICONS: Record<Kind, typeof IconNote> = {
  status_change: IconArrowsExchange,
  note: IconNote,
  call: IconPhone,
  interview: IconMessages,
  document_sent: IconFileCheck,
};

interface TimelineProps {
  applicationId: string;
  jobId: string;
  /** What the application is called in a calendar. */
  name: string;
}

/** One stream of everything that happened and is to come, newest first. */
export function Timeline({ applicationId, jobId, name }: TimelineProps) {
  const timeline = useTimeline(applicationId);
  const remove = useRemoval(changeOf(applicationId).removeEvent);
  const removed = useRemoved();
  const [url, setUrl] = useUrlState('kind');
  const kind = KINDS.find((known) => known === url.kind) ?? null;
  // What counts as still to come is settled when the page opens.
  const [now] = useState(Date.now);
  return (
    <Card component="section" aria-labelledby="timeline">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="timeline">
          {words.title}
        </Title>
        <Select
          aria-label={words.filter}
          placeholder={words.all}
          clearable
          data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(value) => setUrl({ kind: value ?? '' })}
          w="10rem"
        />
      </Group>
      <AddEntry key={timeline.data?.total} applicationId={applicationId} jobId={jobId} />
      <Loaded query={timeline}>
        {({ items: all }) => {
          const items = all.filter(({ id }) => !removed.has(id));
          const shown = items.filter((event) => !kind || event.kind === kind);
          const empty = items.length ? words.noMatch : words.none;
          return shown.length === 0 ? (
            <EmptyState icon={<IconHistory />} title={empty.title} text={empty.text}>
              {items.length > 0 && (
                <Button variant="default" onClick={() => setUrl({ kind: '' })}>
                  {words.all}
                </Button>
              )}
            </EmptyState>
          ) : (
            <ol className={classes.timeline}>
              {shown.map((event) => (
                <Entry
                  key={event.id}
                  event={event}
                  name={name}
                  now={now}
                  onRemove={() => remove(event.id, words.removed)}
                />
              ))}
            </ol>
          );
        }}
      </Loaded>
    </Card>
  );
}

function titleOf(event: ApplicationEvent): string {
  if (event.kind === 'status_change' && event.to_status) {
    const to = t.status[event.to_status as Status];
    return event.from_status ? words.change(t.status[event.from_status as Status], to) : words.start(to);
  }
  if (event.kind === 'document_sent') {
    const what =
      event.title ||
      (event.document_type && words.types[event.document_type as 'resume' | 'cover_letter']) ||
      words.kinds.document_sent;
    return event.version_number ? words.version(what, event.version_number) : what;
  }
  return event.title || words.kinds[event.kind];
}

interface EntryProps {
  event: ApplicationEvent;
  name: string;
  now: number;
  onRemove: () => void;
}

function Entry({ event, name, now, onRemove }: EntryProps) {
  const Icon = ICONS[event.kind];
  const title = titleOf(event);
  return (
    <li className={classes.entry}>
      <Icon size={18} stroke={1.7} aria-hidden className={classes.entryIcon} />
      <div className={classes.entryText}>
        <Group gap="xs">
          <Text fw={600} size="sm" dir="auto">
            {event.document_id ? (
              <Anchor component={Link} to={`/documents/${event.document_id}`}>
                {title}
              </Anchor>
            ) : (
              title
            )}
          </Text>
          {new Date(event.occurred_at).getTime() > now && <Tag tone="info">{words.upcoming}</Tag>}
        </Group>
        <Text size="xs" c="dimmed" dir="auto">
          {/* What has no title of its own is called by its kind already. */}
          {title !== words.kinds[event.kind] && `${words.kinds[event.kind]} · `}
          {dateTime(event.occurred_at)}
          {event.location && ' · '}
          {isAddress(event.location) ? (
            <Anchor href={event.location} target="_blank" rel="noopener noreferrer" size="xs">
              {event.location}
            </Anchor>
          ) : (
            event.location
          )}
        </Text>
      </div>
      {(event.kind === 'interview' || event.kind === 'call') && (
        <SaveEvent
          event={{
            id: event.id,
            title: `${title}: ${name}`,
            start: event.occurred_at,
            end: event.ends_at ?? undefined,
            place: event.location,
            text: event.body,
          }}
        />
      )}
      {event.kind !== 'status_change' && (
        <ActionIcon
          variant="subtle"
          color="gray"
          c="dimmed"
          size={28}
          aria-label={words.remove(title)}
          onClick={onRemove}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
      {event.body && (
        <Text size="sm" dir="auto" className={classes.body}>
          {event.body}
        </Text>
      )}
    </li>
  );
}

const NOTHING = {
  kind: 'note' as Exclude<Kind, 'status_change'>,
  title: '',
  body: '',
  location: '',
  occurred_at: '',
  document_id: '',
};
const LABELS = { body: words.text, occurred_at: words.at, document_id: words.document };

function AddEntry({ applicationId, jobId }: { applicationId: string; jobId: string }) {
  const documents = useMyDocuments();
  const [kept, keep, forget] = useKept(`entry-${applicationId}`, NOTHING);
  // Forgotten before the list is read again, for that makes this form anew.
  const add = useChange((event: EventIn) => changeOf(applicationId).addEvent(event).then(forget));
  const form = useForm({
    initial: kept,
    validate: ({ kind, title, body, occurred_at, document_id }) => ({
      body: kind === 'note' && !body.trim() && !title.trim() ? words.empty : '',
      occurred_at: kind === 'interview' && !occurred_at ? words.atRequired : '',
      document_id: kind === 'document_sent' && !document_id ? words.pickDocument : '',
    }),
    submit: async ({ kind, title, body, location, occurred_at, document_id }) => {
      await add.mutateAsync({
        kind,
        title,
        body,
        location,
        ...(occurred_at ? { occurred_at: momentOf(occurred_at) } : {}),
        ...(kind === 'document_sent' ? { document_id } : {}),
      });
      showMessage(words.saved);
    },
  });
  const { kind } = form.values;
  const changed = useEffectEvent(keep);
  useEffect(() => changed(form.values), [form.values]);
  const choices = documents.data?.items.filter(({ job_id }) => job_id === jobId) ?? [];
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.add} aria-label={words.add}>
      <FormSummary form={form} labels={LABELS} />
      <Group gap="sm" align="flex-start" mb="xs">
        <Select
          label={words.kind}
          data={KINDS.filter((value) => value !== 'status_change').map((value) => ({
            value,
            label: words.kinds[value],
          }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => form.set('kind', value as typeof kind)}
          w="10rem"
        />
        {kind !== 'note' && (
          <TextInput {...form.field('occurred_at')} type="datetime-local" label={words.at} />
        )}
        {kind !== 'note' && kind !== 'document_sent' && (
          <TextInput {...form.field('title')} label={words.subject} dir="auto" flex="1 1 10rem" />
        )}
        {kind === 'interview' && (
          <TextInput {...form.field('location')} label={words.place} dir="auto" flex="1 1 10rem" />
        )}
        {kind === 'document_sent' && (
          <Select
            id="document_id"
            label={words.document}
            placeholder={choices.length ? undefined : words.noDocument}
            data={choices.map(({ id, title }) => ({ value: id, label: title }))}
            value={form.values.document_id || null}
            error={form.problems.fields['document_id']}
            onChange={(value) => form.set('document_id', value ?? '')}
            flex="1 1 12rem"
          />
        )}
      </Group>
      <GrowingText {...form.field('body')} label={words.text} minRows={2} dir="auto" mb="xs" />
      <Button type="submit" size="sm" loading={form.isBusy}>
        {words.save}
      </Button>
    </form>
  );
}
