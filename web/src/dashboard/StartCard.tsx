import { Alert, Button, Group, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCheck, IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card, Loaded, showMessage } from '../ui';
import { useSample } from './sample';
import { t } from './strings';
import { useStart } from './useStart';
import classes from './dashboard.module.css';

const HIDDEN = 'jobwise-start-hidden';

/** The first three steps, each one action; gone when they are done, and put aside on demand. */
export function StartCard() {
  const start = useStart();
  const [isHidden, setHidden] = useLocalStorage({ key: HIDDEN, defaultValue: false });
  return (
    <Loaded query={start}>
      {(progress) => {
        if (progress.hasProfile && progress.jobId && progress.hasDocument) return null;
        if (isHidden) {
          return (
            <Button variant="subtle" size="compact-sm" mb="md" onClick={() => setHidden(false)}>
              {t.start.show}
            </Button>
          );
        }
        return <Steps {...progress} onHide={() => setHidden(true)} />;
      }}
    </Loaded>
  );
}

interface StepsProps {
  hasProfile: boolean;
  jobId: string | null;
  hasDocument: boolean;
  onHide: () => void;
}

function Steps({ hasProfile, jobId, hasDocument, onHide }: StepsProps) {
  const sample = useSample();
  return (
    <Card component="section" aria-labelledby="start-title" mb="lg">
      <Title order={2} id="start-title">
        {t.start.title}
      </Title>
      <Text c="dimmed" mb="md">
        {t.start.lead}
      </Text>
      <ol className={classes.steps}>
        <Step
          number={1}
          isDone={hasProfile}
          isNext={!hasProfile}
          title={t.start.resume}
          text={t.start.resumeText}
        >
          <Button component={Link} to="/profile/import">
            {t.start.resumeAction}
          </Button>
        </Step>
        <Step
          number={2}
          isDone={Boolean(jobId)}
          isNext={hasProfile && !jobId}
          title={t.start.job}
          text={t.start.jobText}
        >
          <Button component={Link} to="/jobs/new" variant={hasProfile ? 'filled' : 'default'}>
            {t.start.jobAction}
          </Button>
        </Step>
        <Step
          number={3}
          isDone={hasDocument}
          isNext={hasProfile && Boolean(jobId)}
          title={t.start.tailor}
          text={t.start.tailorText}
        >
          {hasProfile && jobId && (
            <Button component={Link} to={`/jobs/${jobId}?tailor=1`}>
              {t.start.tailorAction}
            </Button>
          )}
        </Step>
      </ol>
      <Group justify="space-between" mt="sm">
        {hasProfile || jobId ? (
          <span />
        ) : (
          <Button
            variant="light"
            leftSection={<IconFlask size={16} aria-hidden />}
            loading={sample.load.isPending}
            onClick={() => sample.load.mutate(undefined, { onSuccess: () => showMessage(t.sample.loaded) })}
          >
            {t.start.trySample}
          </Button>
        )}
        <Button variant="subtle" color="gray" c="dimmed" size="compact-sm" onClick={onHide}>
          {t.start.hide}
        </Button>
      </Group>
    </Card>
  );
}

/** Says that what one sees is made up, and takes it away. */
export function SampleNotice() {
  const sample = useSample();
  if (!sample.isLoaded) return null;
  return (
    <Alert variant="outline" icon={<IconFlask aria-hidden />} title={t.sample.label} mb="lg">
      <Text size="sm" mb="xs">
        {t.sample.text}
      </Text>
      <Button
        size="xs"
        variant="default"
        loading={sample.remove.isPending}
        onClick={() => sample.remove.mutate(undefined, { onSuccess: () => showMessage(t.sample.removed) })}
      >
        {t.sample.remove}
      </Button>
    </Alert>
  );
}

interface StepProps {
  number: number;
  isDone: boolean;
  isNext: boolean;
  title: string;
  text: string;
  children: ReactNode;
}

function Step({ number, isDone, isNext, title, text, children }: StepProps) {
  return (
    <li className={classes.step} aria-current={isNext ? 'step' : undefined}>
      <ThemeIcon radius="xl" size={30} variant={isDone || isNext ? 'filled' : 'default'} aria-hidden>
        {isDone ? <IconCheck size={18} /> : number}
      </ThemeIcon>
      <div className={classes.stepText}>
        <Text fw={600}>
          {title}
          {isDone && <VisuallyHidden>{`, ${t.start.done}`}</VisuallyHidden>}
        </Text>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </div>
      <Group>{!isDone && children}</Group>
    </li>
  );
}
