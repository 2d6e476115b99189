import { Alert, Anchor, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconStar } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ApiError, type Job } from '../api';
import { t as shared } from '../strings';
import { announce, Card, ErrorNotice, Lines, Page, showMessage, Tag, useKept, Waiting } from '../ui';
import { isAddress, useParse, useSaveJob } from './api';
import { postingOf, type Captured } from './capture/captured';
import { editable, JobFields } from './JobFields';
import { t } from './strings';
import classes from './jobs.module.css';

const FILES = '.pdf,.docx,.odt,.txt,.md,.html,.htm,.mhtml';

/** One box for text, address or file; what was understood is shown, and can be mended, before anything is saved. */
export function NewJob({ captured }: { captured?: Captured }) {
  const [parameters] = useSearchParams();
  const [given, setGiven] = useState(() =>
    captured ? postingOf(captured) : (parameters.get('text') ?? parameters.get('url')),
  );
  const [typed, keep, forget] = useKept('posting', '');
  const [isFromBefore, setFromBefore] = useState(given === null && typed !== '');
  const text = given ?? typed;
  const setText = given === null ? keep : setGiven;
  const parse = useParse();
  const file = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const understand = (given: string | File) => {
    if (!(given instanceof File) && !given.trim()) return;
    const isCaptured = captured?.url && typeof given === 'string' && !isAddress(given);
    parse.mutate(isCaptured ? { source: 'bookmarklet', raw_text: given, job_url: captured.url } : given, {
      onSuccess: () => announce(t.create.found),
    });
  };
  const arrived = useEffectEvent(() => understand(text));
  useEffect(() => {
    if (captured) arrived();
  }, [captured]);
  const job = parse.data;
  return (
    <Page
      title={t.create.title}
      lead={t.create.lead}
      actions={
        <Button component={Link} to="/capture" variant="default">
          {t.create.capture}
        </Button>
      }
    >
      <Card
        component="form"
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          understand(text);
        }}
      >
        <Textarea
          ref={box}
          label={t.create.label}
          description={t.create.hint}
          placeholder={t.create.placeholder}
          dir="auto"
          autosize
          minRows={5}
          maxRows={job ? 8 : 18}
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            // Pasting into the empty box is the whole intent: no need to press the button too.
            const pasted = event.clipboardData.getData('text');
            if (!text && (pasted.length > 200 || isAddress(pasted))) understand(pasted);
          }}
        />
        {isFromBefore && (
          <Group gap="xs" mt="xs">
            <Text size="sm" c="dimmed">
              {t.create.before}
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                forget();
                setFromBefore(false);
                box.current?.focus();
              }}
            >
              {t.create.startOver}
            </Button>
          </Group>
        )}
        <Group mt="md" justify="space-between">
          <Group gap="xs">
            <input
              ref={file}
              type="file"
              accept={FILES}
              className={classes.hiddenInput}
              tabIndex={-1}
              aria-label={t.create.file}
              onChange={(event) => {
                const chosen = event.currentTarget.files?.[0];
                event.currentTarget.value = '';
                if (chosen) understand(chosen);
              }}
            />
            <Button
              variant="default"
              leftSection={<IconFile size={16} aria-hidden />}
              onClick={() => file.current?.click()}
            >
              {t.create.file}
            </Button>
            <Text size="sm" c="dimmed">
              {t.create.fileHint}
            </Text>
          </Group>
          <Button
            type="submit"
            variant={job ? 'default' : 'filled'}
            loading={parse.isPending}
            disabled={!text.trim()}
          >
            {t.create.read}
          </Button>
        </Group>
      </Card>
      <div className={classes.result}>
        {parse.isPending && (
          <Waiting>
            <Text size="sm" mb="sm">
              {t.create.reading}
            </Text>
            <Lines />
          </Waiting>
        )}
        {parse.isError && <ParseProblem error={parse.error} />}
        {job && !parse.isPending && <Understood key={job.id} job={job} onSaved={forget} />}
      </div>
    </Page>
  );
}

function ParseProblem({ error }: { error: unknown }) {
  if (error instanceof ApiError && error.code === 'extraction_failed') {
    return (
      <Alert
        color="yellow"
        variant="outline"
        role="alert"
        icon={<IconAlertTriangle aria-hidden />}
        title={t.create.failedTitle}
      >
        <Text size="sm">{error.message}</Text>
        <Text size="sm" mt="xs">
          {t.create.failedText}
        </Text>
      </Alert>
    );
  }
  return <ErrorNotice error={error} />;
}

function Understood({ job, onSaved }: { job: Job; onSaved: () => void }) {
  const navigate = useNavigate();
  const save = useSaveJob();
  const heading = useRef<HTMLHeadingElement>(null);
  const [values, setValues] = useState(() => editable(job));
  useEffect(() => {
    // In braces: newer browsers return a promise here, which React would take for the clean-up.
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const submit = () =>
    save.mutate(
      {
        ...values,
        source: job.source,
        job_url: job.job_url,
        raw_text: job.raw_text || job.description,
        salary: job.salary,
        years_experience: job.years_experience,
        education_level: job.education_level,
        date_posted: job.date_posted,
      },
      {
        onSuccess: (saved) => {
          onSaved();
          showMessage(t.create.saved);
          void navigate(`/jobs/${saved.id}`);
        },
      },
    );
  const required = job.parsed_keywords.filter((keyword) => keyword.required);
  const preferred = job.parsed_keywords.filter((keyword) => !keyword.required);
  return (
    <Card component="section" aria-labelledby="found">
      <Title order={2} id="found" ref={heading}>
        {t.create.found}
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {t.create.foundText}
      </Text>
      {job.duplicate_of && (
        <Alert mb="md" color="yellow" variant="outline">
          {t.create.duplicate}{' '}
          <Anchor component={Link} to={`/jobs/${job.duplicate_of}`} underline="always">
            {t.create.duplicateLink}
          </Anchor>
        </Alert>
      )}
      {save.isError && <ErrorNotice error={save.error} />}
      <JobFields job={job} values={values} onChange={setValues} />
      <Stack gap="xs" mt="md">
        <Keywords title={t.create.must} keywords={required} />
        <Keywords title={t.create.nice} keywords={preferred} />
        {job.parsed_keywords.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.create.noKeywords}
          </Text>
        )}
      </Stack>
      <details className={classes.details}>
        <summary>{t.create.text}</summary>
        <div className={classes.posting} dir="auto">
          {job.description}
        </div>
      </details>
      <Group justify="flex-end" mt="md">
        <Button component={Link} to="/jobs" variant="subtle" color="gray" c="dimmed">
          {shared.form.cancel}
        </Button>
        <Button loading={save.isPending} onClick={submit}>
          {t.create.save}
        </Button>
      </Group>
    </Card>
  );
}

function Keywords({ title, keywords }: { title: string; keywords: Job['parsed_keywords'] }) {
  if (!keywords.length) return null;
  return (
    <Group gap={6} component="section" aria-label={title}>
      <Text size="sm" fw={600} w="6.5rem">
        {title}
      </Text>
      {keywords.map(({ keyword, required }) => (
        <Tag
          key={keyword}
          tone={required ? 'brand' : 'neutral'}
          icon={required ? <IconStar size={12} aria-hidden /> : undefined}
        >
          {keyword}
        </Tag>
      ))}
    </Group>
  );
}
