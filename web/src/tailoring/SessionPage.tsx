import { Alert, Anchor, Button, Group, Modal, Progress, SegmentedControl, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStop, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { jobQuery } from '../jobs/api';
import { t as shared } from '../strings';
import { Card, ErrorNotice, Loaded, Page } from '../ui';
import { AnswerForm } from './AnswerForm';
import { useStop, useTailoringSession } from './api';
import { ChatForm } from './ChatForm';
import { Conversation } from './Conversation';
import { doing, isEnded, isWorking, latestUpdate, type Session } from './conversation';
import { Resume } from './Resume';
import { t } from './strings';
import classes from './tailoring.module.css';

/** The talk left, the resume it is about right. */
export function SessionPage() {
  const { sessionId = '' } = useParams();
  const { query, isDown } = useTailoringSession(sessionId);
  const jobId = query.data?.job_id;
  const job = useQuery({ ...jobQuery(jobId ?? ''), enabled: Boolean(jobId) });
  return (
    <Page
      title={t.session.title}
      isWide
      lead={
        job.data && (
          <Anchor component={Link} to={`/jobs/${job.data.id}`} dir="auto">
            {t.session.for(job.data.title ?? '', job.data.company ?? '') || t.untitled}
          </Anchor>
        )
      }
      actions={query.data && <Actions session={query.data} />}
    >
      <Loaded query={query}>
        {(session) => <View key={session.id} session={session} isDown={isDown} />}
      </Loaded>
    </Page>
  );
}

function Actions({ session }: { session: Session }) {
  const [isAsking, setAsking] = useState(false);
  const stop = useStop(session.id);
  const close = () => setAsking(false);
  if (isEnded(session)) {
    return (
      <Button component={Link} to={session.job_id ? `/tailoring?job=${session.job_id}` : '/tailoring'}>
        {t.session.again}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t.session.stop}
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t.session.stopTitle}
        closeButtonProps={{ 'aria-label': shared.form.close }}
      >
        {stop.isError && <ErrorNotice error={stop.error} />}
        <Text>{t.session.stopText}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close} data-autofocus>
            {shared.form.cancel}
          </Button>
          <Button
            color="red"
            loading={stop.isPending}
            onClick={() => stop.mutate(undefined, { onSuccess: close })}
          >
            {t.session.stopConfirm}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

type Side = 'chat' | 'resume';

function View({ session, isDown }: { session: Session; isDown: boolean }) {
  const [side, setSide] = useState<Side>('chat');
  const update = latestUpdate(session);
  return (
    <>
      {isDown && (
        <Alert
          role="status"
          color="yellow"
          variant="outline"
          mb="md"
          icon={<IconPlugConnectedX aria-hidden />}
        >
          {t.session.down}
        </Alert>
      )}
      {session.status === 'failed' && (
        <Alert
          role="alert"
          color="red"
          variant="outline"
          mb="md"
          icon={<IconAlertTriangle aria-hidden />}
          title={t.session.failed}
        >
          {session.error_message ?? shared.errors.unexpected}
        </Alert>
      )}
      {isWorking(session) && <Working session={session} />}
      <SegmentedControl
        hiddenFrom="md"
        fullWidth
        mb="md"
        aria-label={t.session.views}
        value={side}
        onChange={(value) => setSide(value)}
        data={[
          { value: 'chat', label: t.session.chat },
          { value: 'resume', label: t.session.resume(update?.changes.length ?? 0) },
        ]}
      />
      <div className={classes.session} data-side={side}>
        <Card component="section" aria-label={t.log.title} className={classes.chat}>
          <Conversation session={session} />
          <Composer session={session} />
        </Card>
        <Resume session={session} update={update} />
      </div>
    </>
  );
}

function Working({ session }: { session: Session }) {
  const step = session.status === 'tailoring' ? t.status.tailoring : doing(session) || t.status.pending;
  return (
    <div className={classes.working}>
      <Progress value={Math.max(session.progress, 3)} animated aria-label={t.session.progress} />
      <Group justify="space-between" mt={6}>
        <Text size="sm" role="status">
          {step}
        </Text>
        <Text size="sm" c="dimmed">
          {t.session.percent(session.progress)}
        </Text>
      </Group>
    </div>
  );
}

/** The answer to the open question, or free talk: one field at a time. */
function Composer({ session }: { session: Session }) {
  const [isAside, setAside] = useState(false);
  // Who has sent something goes on at what comes next; nobody's focus is taken on arrival.
  const hasSent = useRef(false);
  const sent = () => {
    hasSent.current = true;
  };
  if (isEnded(session)) return null;
  if (session.question && !isAside) {
    return (
      <AnswerForm
        key={session.question.question_id}
        session={session}
        question={session.question}
        focusRef={hasSent}
        onSent={sent}
        onAside={() => setAside(true)}
      />
    );
  }
  return (
    <ChatForm
      session={session}
      focusRef={hasSent}
      onSent={sent}
      onBack={session.question ? () => setAside(false) : undefined}
    />
  );
}
