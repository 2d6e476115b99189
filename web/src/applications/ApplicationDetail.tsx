import { ActionIcon, Anchor, Button, Group, Menu, Select, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconDots, IconForms, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Application, BoardOut } from '../api';
import { CompanyLink } from '../jobs/company/CompanyLink';
import { MuteItem } from '../notifications/MuteItem';
import { t as shared } from '../strings';
import { announce, Card, dateTime, Lines, Loaded, Page, showError, showUndo } from '../ui';
import { applicationKeys } from './api';
import { deadlineOf, nameOf, STATUSES, type Status } from './board';
import { Deadline } from './BoardCard';
import { Contacts } from './Contacts';
import { changeOf, localOf, momentOf, useApplication, useChange, useMyDocuments } from './detail';
import { MinorButton } from './MinorButton';
import { Notes } from './Notes';
import { Reminders } from './Reminders';
import { t } from './strings';
import { Timeline } from './Timeline';
import { useTellMove } from './useTellMove';
import classes from './applications.module.css';

/** One application: what comes next, what happened, who is at the other end. */
export function ApplicationDetail() {
  const { applicationId = '' } = useParams();
  const application = useApplication(applicationId);
  return (
    <Loaded
      query={application}
      skeleton={
        <Page title={t.title} hidesTitle>
          <Lines count={8} />
        </Page>
      }
    >
      {(data) => <Detail key={data.id} application={data} />}
    </Loaded>
  );
}

function Detail({ application }: { application: Application }) {
  const { id, job, status } = application;
  const deadline = deadlineOf(application);
  const setStatus = useChange(changeOf(id).status);
  const tell = useTellMove();
  const name = nameOf(application);
  const move = (next: Status) =>
    setStatus.mutate(next, {
      onSuccess: (moved) => {
        const message = t.board.moved(name, t.status[next]);
        announce(message);
        const undo = () => {
          announce(t.board.cancelled(name));
          return setStatus.mutateAsync(status);
        };
        void tell({ application: moved, message, isSent: next === 'applied', undo });
      },
    });
  return (
    <Page
      title={job?.title || t.untitled}
      back={{ to: '/applications', label: t.detail.back }}
      isWide
      lead={
        <>
          <span dir="auto">
            {job?.company ? <CompanyLink name={job.company} /> : t.noCompany}
            {job?.location && ` · ${job.location}`}
          </span>
          <Group gap="xs" mt={6}>
            {deadline && <Deadline iso={deadline} />}
            <Anchor component={Link} to={`/jobs/${application.job_id}`} size="sm">
              {t.detail.job}
            </Anchor>
          </Group>
        </>
      }
      actions={
        <>
          <Select
            aria-label={t.detail.status}
            data={STATUSES.map((value) => ({ value, label: t.status[value] }))}
            value={status}
            allowDeselect={false}
            disabled={setStatus.isPending}
            onChange={(value) => value && value !== status && move(value)}
            w="10rem"
          />
          <MinorButton
            to="/applications/answers"
            label={t.exchange.answers}
            icon={<IconForms size={16} aria-hidden />}
          />
          <MoreActions application={application} />
        </>
      }
    >
      <NextAction
        key={`${application.next_action} ${application.next_action_at}`}
        application={application}
      />
      <div className={classes.detail}>
        <Timeline applicationId={id} jobId={application.job_id} name={name} />
        <div className={classes.aside}>
          <Notes application={application} />
          <Reminders applicationId={id} name={name} />
          <Contacts applicationId={id} />
          <Documents application={application} />
        </div>
      </div>
    </Page>
  );
}

/** Always in sight: what is to be done, or the field to say it in. */
function NextAction({ application }: { application: Application }) {
  const { id, next_action, next_action_at } = application;
  const [what, setWhat] = useState(next_action);
  const [when, setWhen] = useState(next_action_at ? localOf(next_action_at) : '');
  const [isChanging, setChanging] = useState(false);
  const change = changeOf(id);
  const save = useChange(change.fields);
  const finish = useChange(async () => {
    await change.addEvent({ kind: 'note', body: t.detail.next.doneNote(next_action) });
    await change.fields({ next_action: '', next_action_at: null });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changes = { next_action: what.trim(), next_action_at: momentOf(when) };
    if (what.trim()) save.mutate(changes, { onSuccess: () => setChanging(false) });
  };
  return (
    <Card component="section" aria-labelledby="next-action" mb="lg">
      <Title order={2} id="next-action" mb="xs">
        {t.detail.next.title}
      </Title>
      {next_action && !isChanging ? (
        <Group justify="space-between">
          <div>
            <Text fw={600} dir="auto">
              {next_action}
            </Text>
            <Text size="sm" c="dimmed">
              {next_action_at ? dateTime(next_action_at) : t.detail.next.whenUnknown}
            </Text>
          </div>
          <Group gap="xs">
            <Button variant="default" onClick={() => setChanging(true)}>
              {t.detail.next.change}
            </Button>
            <Button
              leftSection={<IconCheck size={16} aria-hidden />}
              loading={finish.isPending}
              onClick={() => finish.mutate(undefined)}
            >
              {t.detail.next.done}
            </Button>
          </Group>
        </Group>
      ) : (
        <form onSubmit={submit}>
          {!next_action && (
            <Text size="sm" c="dimmed" mb="xs">
              {t.detail.next.none}
            </Text>
          )}
          <Group align="flex-end" gap="sm">
            <TextInput
              label={t.detail.next.what}
              autoFocus={isChanging}
              value={what}
              maxLength={500}
              dir="auto"
              onChange={(event) => setWhat(event.currentTarget.value)}
              flex="1 1 14rem"
            />
            <TextInput
              type="datetime-local"
              label={t.detail.next.when}
              value={when}
              onChange={(event) => setWhen(event.currentTarget.value)}
            />
            <Button type="submit" loading={save.isPending}>
              {shared.form.save}
            </Button>
            {next_action && (
              <Button variant="default" onClick={() => setChanging(false)}>
                {shared.form.cancel}
              </Button>
            )}
          </Group>
        </form>
      )}
    </Card>
  );
}

const SLOTS = [
  { type: 'resume', field: 'resume_document_id', label: t.detail.sent.resume },
  { type: 'cover_letter', field: 'cover_letter_document_id', label: t.detail.sent.letter },
] as const;

function Documents({ application }: { application: Application }) {
  const documents = useMyDocuments();
  const save = useChange(changeOf(application.id).fields);
  return (
    <Card component="section" aria-labelledby="documents">
      <Title order={2} id="documents" mb="xs">
        {t.detail.sent.title}
      </Title>
      <Loaded query={documents}>
        {({ items }) => (
          <>
            {SLOTS.map(({ type, field, label }) => {
              const chosen = items.find(({ id }) => id === application[field]);
              return (
                <div key={field}>
                  <Select
                    label={label}
                    placeholder={t.detail.sent.nothing}
                    clearable
                    data={items
                      .filter(({ document_type }) => document_type === type)
                      .map(({ id, title }) => ({ value: id, label: title }))}
                    value={application[field]}
                    onChange={(value) => save.mutate({ [field]: value })}
                  />
                  <Text size="sm" mb="sm" mt={4}>
                    {chosen && (
                      <Anchor
                        component={Link}
                        to={`/documents/${chosen.id}`}
                        aria-label={t.detail.sent.open(chosen.title)}
                      >
                        {t.detail.sent.openShort}
                      </Anchor>
                    )}
                  </Text>
                </div>
              );
            })}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function MoreActions({ application }: { application: Application }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remove = () => {
    const before = queries.getQueryData<BoardOut>(applicationKeys.board);
    if (before) {
      const columns = before.columns.map((column) => {
        const items = column.items.filter(({ id }) => id !== application.id);
        return { ...column, items, count: items.length };
      });
      queries.setQueryData(applicationKeys.board, { columns, total: before.total - 1 });
    }
    const restore = () => queries.setQueryData(applicationKeys.board, before);
    void navigate('/applications');
    showUndo(t.detail.deleted(nameOf(application)), {
      undo: () => {
        restore();
        void navigate(`/applications/${application.id}`);
      },
      commit: () => {
        changeOf(application.id)
          .remove()
          .then(() => queries.invalidateQueries({ queryKey: applicationKeys.all, refetchType: 'active' }))
          .catch((error: unknown) => {
            restore();
            showError(error);
          });
      },
    });
  };
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t.detail.more}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <MuteItem applicationId={application.id} />
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          {t.detail.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
