import {
  Alert,
  Anchor,
  Button,
  Group,
  List,
  Loader,
  Progress,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircle, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { client, read, type OptionsIn } from '../api';
import { Downloads } from '../documents/Downloads';
import { jobQuery } from '../jobs/api';
import { t as shared } from '../strings';
import { announce, Card, clock, Loaded, Page, Tag, useUrlState, type Tone } from '../ui';
import { generationKeys, isRunning, useGeneration, type Generation } from './feed';
import { t } from './strings';
import classes from './generations.module.css';

const SLOW_SECONDS = 15;
const TONES: Record<Generation['status'], Tone> = {
  pending: 'neutral',
  generating: 'info',
  completed: 'good',
  needs_review: 'warn',
  failed: 'bad',
  cancelled: 'neutral',
};

/** One run, or a resume and its letter side by side: five stages each, live, from any tab and after any reload. */
export function GenerationPage() {
  const { generationId = '' } = useParams();
  const [url] = useUrlState('with');
  const generation = useGeneration(generationId);
  const job = useQuery({ ...jobQuery(generation.data?.job_id ?? ''), enabled: Boolean(generation.data) });
  return (
    <Page
      title={generation.data ? titleOf(generation.data) : t.title}
      lead={
        job.data && (
          <Anchor component={Link} to={`/jobs/${job.data.id}`} dir="auto">
            {t.forJob(job.data.title ?? '', job.data.company ?? '')}
          </Anchor>
        )
      }
    >
      <div className={classes.columns}>
        <Run id={generationId} takesFocus />
        {url.with && <Run id={url.with} />}
      </div>
    </Page>
  );
}

function titleOf(generation: Generation): string {
  if (isRunning(generation)) return t.title;
  if (generation.result?.document_id) return t.titleDone;
  return generation.status === 'cancelled' ? t.titleCancelled : t.titleFailed;
}

function Run({ id, takesFocus = false }: { id: string; takesFocus?: boolean }) {
  const generation = useGeneration(id);
  return (
    <Loaded query={generation}>
      {(data) => (
        <Card component="section" aria-labelledby={`run-${id}`}>
          <Group justify="space-between">
            <Title order={2} id={`run-${id}`}>
              {t.types[data.document_type]}
            </Title>
            <Tag tone={TONES[data.status]}>{t.status[data.status]}</Tag>
          </Group>
          {isRunning(data) ? (
            <Running generation={data} />
          ) : (
            <Ended generation={data} takesFocus={takesFocus} />
          )}
          <Stages generation={data} />
        </Card>
      )}
    </Loaded>
  );
}

/** Seconds since the run began, for the eye only: it is not announced every second. */
function useElapsed(since: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, (now - new Date(since).getTime()) / 1000);
}

function Running({ generation }: { generation: Generation }) {
  const elapsed = useElapsed(generation.created_at);
  const { percent, stage } = generation.progress;
  const name = t.types[generation.document_type];
  const left = generation.estimated_completion
    ? (new Date(generation.estimated_completion).getTime() - new Date(generation.created_at).getTime()) /
        1000 -
      elapsed
    : 0;
  const cancel = useCancel(generation);
  const restart = useRegenerate(generation, { ...generation.options, engine: 'builtin' });
  const isSlow = generation.engine === 'llm' && elapsed > SLOW_SECONDS;
  return (
    <>
      <Progress value={Math.max(percent, 3)} animated mt="md" aria-label={t.progress(name)} />
      <Group justify="space-between" mt="xs" gap={4}>
        <Text size="sm">{stage ? shared.stages[stage] : shared.work.waiting}</Text>
        <Text size="sm" c="dimmed" className={classes.time}>
          {[t.percent(percent), t.elapsed(clock(elapsed)), left > 1 && t.remaining(clock(left))]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {isSlow && (
        <Alert mt="sm" color="yellow" variant="outline" icon={<IconAlertTriangle aria-hidden />}>
          <Group justify="space-between" gap="xs">
            {t.slow}
            <Button size="xs" variant="default" loading={restart.isPending} onClick={() => restart.mutate()}>
              {t.finishBuiltin}
            </Button>
          </Group>
        </Alert>
      )}
      <Group justify="space-between" mt="sm" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed">
          {elapsed > 5 && t.leave}
        </Text>
        <Button
          flex="none"
          size="xs"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {cancel.isPending ? t.cancelling : t.cancel}
        </Button>
      </Group>
    </>
  );
}

async function cancelRun(generation: Generation): Promise<void> {
  await client.DELETE('/api/v1/generations/{generation_id}', {
    params: { path: { generation_id: generation.id } },
  });
}

function useCancel(generation: Generation) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => cancelRun(generation),
    onSuccess: () => {
      announce(t.cancelled);
      void queries.invalidateQueries({ queryKey: generationKeys.all });
    },
  });
}

/** Starts the run anew, ending it first where it still goes on; the new one takes its place on the page. */
function useRegenerate(generation: Generation, options?: OptionsIn) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      // Here, not after `useCancel`: the stream may tell of the end, and take the button away, before the answer comes.
      if (isRunning(generation)) await cancelRun(generation);
      return read(
        client.POST('/api/v1/generations/{generation_id}/regenerate', {
          params: { path: { generation_id: generation.id } },
          body: options ? { options } : {},
        }),
      );
    },
    onSuccess: ({ id }) => {
      // The address of this moment: the run beside this one stays, also when it was started anew meanwhile.
      const address = window.location.pathname + window.location.search;
      if (address.includes(generation.id)) void navigate(address.replace(generation.id, id));
    },
  });
}

function Ended({ generation, takesFocus }: { generation: Generation; takesFocus: boolean }) {
  const name = t.types[generation.document_type];
  const link = useRef<HTMLAnchorElement>(null);
  const again = useRegenerate(generation);
  const documentId = generation.result?.document_id;
  const { stage, stages } = generation.progress;
  const failed = stages.find(({ status }) => status === 'failed')?.name ?? stage;
  useEffect(() => {
    // Who waited here goes on with the result; who has moved elsewhere is not pulled back.
    if (takesFocus && (document.activeElement === document.body || document.activeElement?.id === 'content'))
      link.current?.focus();
  }, [takesFocus]);
  if (generation.status === 'cancelled') {
    return (
      <>
        <Text mt="sm">{t.cancelled}</Text>
        <Button mt="sm" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t.retry}
        </Button>
      </>
    );
  }
  if (!documentId) {
    return (
      <Alert
        color="red"
        variant="outline"
        role="alert"
        mt="md"
        icon={<IconAlertTriangle aria-hidden />}
        classNames={{ wrapper: classes.wraps, body: classes.wraps }}
        title={failed ? t.failedAt(shared.stages[failed]) : t.status.failed}
      >
        {generation.error_message ?? shared.errors.unexpected}
        <Group mt="sm" gap="xs">
          <Button
            size="xs"
            variant="default"
            classNames={{ root: classes.retry, label: classes.retryLabel }}
            loading={again.isPending}
            onClick={() => again.mutate()}
          >
            {t.retry}
          </Button>
          <Button size="xs" variant="subtle" component={Link} to={`/jobs/${generation.job_id}`}>
            {t.back}
          </Button>
        </Group>
      </Alert>
    );
  }
  return (
    <>
      {generation.status === 'needs_review' && (
        <Alert color="yellow" variant="outline" mt="md" icon={<IconAlertTriangle aria-hidden />}>
          {t.review}
        </Alert>
      )}
      <Group gap="xs" mt="md">
        {generation.document_type === 'resume' && generation.result?.ats_score != null && (
          <Tag tone="brand">{t.ats(generation.result.ats_score)}</Tag>
        )}
        {generation.keywords_required_count != null && (
          <Tag>{t.matched(generation.keywords_matched_count ?? 0, generation.keywords_required_count)}</Tag>
        )}
      </Group>
      <Group mt="md" align="flex-start">
        <Button component={Link} ref={link} to={`/documents/${documentId}`}>
          {t.open}
        </Button>
        <Downloads documentId={documentId} name={name} formats={['pdf', 'docx']} />
      </Group>
      {generation.recommendations.length > 0 && (
        <>
          <Title order={3} size="sm" mt="md">
            {t.recommendations}
          </Title>
          <List size="sm" mt={4} spacing={4}>
            {generation.recommendations.map((text) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </>
      )}
    </>
  );
}

function Stages({ generation }: { generation: Generation }) {
  const { stages, stage: current } = generation.progress;
  return (
    <ol className={classes.stages} aria-label={t.stages}>
      {stages.map((stage) => {
        const isCurrent = isRunning(generation) && stage.name === current && stage.status !== 'completed';
        const status = isCurrent ? 'running' : stage.status;
        const seconds =
          stage.started_at && stage.finished_at
            ? (new Date(stage.finished_at).getTime() - new Date(stage.started_at).getTime()) / 1000
            : null;
        return (
          <li
            key={stage.name}
            className={classes.stage}
            data-status={status}
            aria-current={isCurrent ? 'step' : undefined}
          >
            <span className={classes.icon} aria-hidden>
              <StageIcon status={status} />
            </span>
            <Text size="sm" fw={isCurrent ? 600 : 400}>
              {shared.stages[stage.name]}
              <VisuallyHidden>{`, ${t.stageStatus[status] ?? status}`}</VisuallyHidden>
            </Text>
            <Text size="xs" c="dimmed" className={classes.time}>
              {seconds !== null && t.took(seconds)}
            </Text>
            {stage.message && (
              <Text size="xs" c="dimmed" className={classes.message}>
                {stage.message}
              </Text>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function StageIcon({ status }: { status: string }) {
  if (status === 'running') return <Loader size={16} />;
  if (status === 'completed') return <IconCheck size={18} />;
  if (status === 'failed') return <IconX size={18} />;
  return <IconCircle size={12} />;
}
