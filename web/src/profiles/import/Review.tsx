import {
  ActionIcon,
  Alert,
  Anchor,
  Button,
  Group,
  List,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconExternalLink, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { client, read, readFile, type Profile, type ResumeOut } from '../../api';
import { Card, FormSummary, problemsOf, showMessage, Tag } from '../../ui';
import type { FormProblems } from '../../ui/form';
import { profileKeys } from '../api';
import { Fields } from '../Fields';
import { components, contactFields, itemFields, nameOfItem, type ComponentName, type Item } from '../fields';
import { t as words } from '../strings';
import { draftOf, profileOf, uncertainOf } from './draft';
import { t } from './strings';
import classes from './import.module.css';

interface ReviewProps {
  resume: ResumeOut;
  profiles: Profile[];
  onAnother: () => void;
}

/** The file's text left, what was understood right; every field can be mended before it counts. */
export function Review({ resume, profiles, onAnother }: ReviewProps) {
  const { parsed } = resume;
  const active = profiles[0];
  const [isMerging, setMerging] = useState(Boolean(active));
  const [draft, setDraft] = useState(() => draftOf(parsed));
  const uncertain = useMemo(() => uncertainOf(parsed), [parsed]);
  const save = useSave(resume, isMerging && active ? active.id : null);
  const isReadOnly = isMerging;
  const mark = (path: string) =>
    uncertain.includes(path) ? (
      <Tag tone="warn" icon={<IconAlertTriangle size={12} aria-hidden />}>
        {t.checkMark}
      </Tag>
    ) : null;
  const setItem = (component: ComponentName, index: number, name: string, value: unknown) =>
    setDraft((current) => ({
      ...current,
      items: {
        ...current.items,
        [component]: current.items[component].map((item, at) =>
          at === index ? { ...item, [name]: value } : item,
        ),
      },
    }));
  const leaveOut = (component: ComponentName, index: number) =>
    setDraft((current) => ({
      ...current,
      items: { ...current.items, [component]: current.items[component].filter((_, at) => at !== index) },
    }));
  return (
    <div className={classes.columns}>
      <Card component="section" aria-labelledby="source" className={classes.source} tabIndex={0}>
        <Group justify="space-between" mb="sm">
          <Title order={2} id="source">
            {t.source}
          </Title>
          <OpenFile id={resume.id} />
        </Group>
        <pre className={classes.text} dir="auto">
          {resume.parsed_text}
        </pre>
      </Card>
      <section aria-labelledby="found">
        <Group justify="space-between" mb="sm">
          <Title order={2} id="found">
            {t.found}
          </Title>
          <Button variant="subtle" size="compact-sm" onClick={onAnother}>
            {t.another}
          </Button>
        </Group>
        <FormSummary form={save} labels={words.fields} />
        {active && (
          <Card mb="md">
            <SegmentedControl
              aria-label={t.mode}
              className={classes.mode}
              value={isMerging ? 'merge' : 'new'}
              onChange={(value) => setMerging(value === 'merge')}
              data={[
                { value: 'merge', label: t.modeMerge },
                { value: 'new', label: t.modeNew },
              ]}
            />
            {isMerging && (
              <Text size="sm" c="dimmed" mt="xs">
                {t.mergeText}
              </Text>
            )}
          </Card>
        )}
        <Hints resume={resume} uncertain={uncertain} />
        <Stack>
          <Card component="section">
            <Title order={3} mb="sm">
              {words.sections.contact}
            </Title>
            <Fields
              definitions={contactFields}
              values={draft.contact}
              isReadOnly={isReadOnly}
              mark={mark}
              onChange={(name, value) =>
                setDraft((current) => ({ ...current, contact: { ...current.contact, [name]: value } }))
              }
            />
          </Card>
          {components.map((component) => (
            <Section
              key={component}
              component={component}
              items={draft.items[component]}
              isIncluded={draft.isIncluded[component]}
              isReadOnly={isReadOnly}
              mark={mark}
              onInclude={(value) =>
                setDraft((current) => ({
                  ...current,
                  isIncluded: { ...current.isIncluded, [component]: value },
                }))
              }
              onChange={(index, name, value) => setItem(component, index, name, value)}
              onLeaveOut={(index) => leaveOut(component, index)}
            />
          ))}
        </Stack>
        <div className={classes.bar}>
          <Group justify="flex-end">
            <Button loading={save.isPending} onClick={() => save.run(profileOf(draft, parsed))}>
              {isMerging ? t.merge : active ? t.saveSecond : t.save}
            </Button>
          </Group>
        </div>
      </section>
    </div>
  );
}

function useSave(resume: ResumeOut, mergeInto: string | null) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const mutation = useMutation({
    mutationFn: async (profile: ReturnType<typeof profileOf>) => {
      if (!mergeInto) {
        await read(client.POST('/api/v1/profiles', { body: profile }));
        return t.saved;
      }
      const { report } = await read(
        client.POST('/api/v1/profiles/import', { body: { resume_id: resume.id, profile_id: mergeInto } }),
      );
      return t.merged(report.added.length, report.merged.length, report.conflicts.length);
    },
    meta: { handlesError: true },
    onSuccess: async (message) => {
      showMessage(message);
      const jobs = await read(client.GET('/api/v1/jobs', { params: { query: { limit: 1 } } }));
      void queries.invalidateQueries({ queryKey: profileKeys.all });
      void navigate(mergeInto ? '/profile' : jobs.total ? '/dashboard' : '/jobs/new');
    },
    onError: () => setAttempt((number) => number + 1),
  });
  const problems: FormProblems = mutation.isError
    ? problemsOf(
        mutation.error,
        contactFields.map(({ name }) => name),
      )
    : { fields: {}, general: null };
  return { problems, attempt, isPending: mutation.isPending, run: mutation.mutate };
}

function OpenFile({ id }: { id: string }) {
  const open = useMutation({
    mutationFn: async () => {
      const { blob } = await readFile(`/api/v1/resumes/${id}/file`);
      window.open(URL.createObjectURL(blob), '_blank', 'noopener');
    },
  });
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconExternalLink size={14} aria-hidden />}
      loading={open.isPending}
      onClick={() => open.mutate()}
    >
      {t.openFile}
    </Button>
  );
}

function Hints({ resume, uncertain }: { resume: ResumeOut; uncertain: string[] }) {
  const { unplaced } = resume.parsed;
  return (
    <>
      {uncertain.length > 0 && (
        <Alert
          color="yellow"
          variant="outline"
          icon={<IconAlertTriangle aria-hidden />}
          title={t.check(uncertain.length)}
          mb="md"
        >
          <Text size="sm">{t.checkText}</Text>
          <List size="sm" mt="xs">
            {uncertain.slice(0, 12).map((path) => (
              <List.Item key={path}>
                <Anchor
                  component="button"
                  type="button"
                  onClick={() => document.getElementById(path)?.focus()}
                >
                  {labelOf(path)}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {resume.warnings.length > 0 && (
        <Alert variant="outline" color="gray" title={t.warnings} mb="md">
          <List size="sm">
            {resume.warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {unplaced.length > 0 && (
        <Alert color="yellow" variant="outline" title={t.unplaced} mb="md">
          <Text size="sm">{t.unplacedText}</Text>
          <List size="sm" mt="xs">
            {unplaced.map((line, index) => (
              <List.Item key={index} dir="auto">
                {line}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}

/** `experiences.0.company` → "Experience 1, Company". */
function labelOf(path: string): string {
  const [component = '', index, field] = path.split('.');
  if (index === undefined) return words.fields[component as keyof typeof words.fields] ?? component;
  const section = words.sections[component as ComponentName] ?? component;
  const name = field ? (words.fields[field as keyof typeof words.fields] ?? field) : '';
  return [`${section} ${Number(index) + 1}`, name].filter(Boolean).join(', ');
}

interface SectionProps {
  component: ComponentName;
  items: Item[];
  isIncluded: boolean;
  isReadOnly: boolean;
  mark: (path: string) => React.ReactNode;
  onInclude: (value: boolean) => void;
  onChange: (index: number, name: string, value: unknown) => void;
  onLeaveOut: (index: number) => void;
}

function Section({
  component,
  items,
  isIncluded,
  isReadOnly,
  mark,
  onInclude,
  onChange,
  onLeaveOut,
}: SectionProps) {
  const title = words.sections[component];
  return (
    <Card component="section">
      <Group justify="space-between" mb={items.length && isIncluded ? 'sm' : 0}>
        <Title order={3}>{`${title} (${items.length})`}</Title>
        {!isReadOnly && items.length > 0 && (
          <Switch
            label={t.include}
            aria-label={t.includeSection(title)}
            checked={isIncluded}
            onChange={(event) => onInclude(event.currentTarget.checked)}
          />
        )}
      </Group>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.nothing}
        </Text>
      )}
      {isIncluded && component === 'skills' && (
        <Skills items={items} isReadOnly={isReadOnly} onLeaveOut={onLeaveOut} />
      )}
      {isIncluded &&
        component !== 'skills' &&
        items.map((item, index) => (
          <div key={index} className={classes.item}>
            <Group justify="space-between" mb="xs" wrap="nowrap">
              <Text fw={600} dir="auto">
                {nameOfItem(component, item)}
              </Text>
              {!isReadOnly && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t.remove(nameOfItem(component, item))}
                  onClick={() => onLeaveOut(index)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
            <Fields
              definitions={itemFields[component]}
              values={item}
              path={`${component}.${index}`}
              mark={mark}
              isReadOnly={isReadOnly}
              onChange={(name, value) => onChange(index, name, value)}
            />
          </div>
        ))}
    </Card>
  );
}

/** Skills are many and short: a name each, to be left out where it is wrong. */
function Skills({
  items,
  isReadOnly,
  onLeaveOut,
}: {
  items: Item[];
  isReadOnly: boolean;
  onLeaveOut: (index: number) => void;
}) {
  return (
    <Group gap="xs">
      {items.map((item, index) => (
        <Tag key={index}>
          <span dir="auto">{nameOfItem('skills', item)}</span>
          {!isReadOnly && (
            <ActionIcon
              size={24}
              variant="transparent"
              color="gray"
              c="dimmed"
              aria-label={t.remove(nameOfItem('skills', item))}
              onClick={() => onLeaveOut(index)}
            >
              <IconTrash size={13} aria-hidden />
            </ActionIcon>
          )}
        </Tag>
      ))}
    </Group>
  );
}
