import { Anchor, Group, Progress, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client, read } from '../../api';
import { Card, Loaded, Tag } from '../../ui';
import { profileKeys } from '../api';
import type { Item } from '../fields';
import { periodNotes } from './names';
import { t } from './strings';
import classes from '../profiles.module.css';

/** The side panels follow a little later: an account has 100 requests a minute. */
const CALM_MILLISECONDS = 3000;
const MOST_STEPS = 5;
const MOST_SKILLS = 8;

interface PanelProps {
  profileId: string;
  version: number;
}

const of = (id: string) => ({ params: { path: { profile_id: id } } });

/** Where the input of a missing fact is. */
function focusField(field: string): void {
  const [part = '', detail] = field.split('.');
  const section = detail === 'languages' ? 'language' : part === 'skills' ? 'add-technical' : part;
  const id = field === 'links' ? 'linkedin' : section;
  const element = document.getElementById(id);
  const input: Element | null | undefined = element?.matches('input, textarea')
    ? element
    : element?.closest('section')?.querySelector<HTMLElement>('button');
  element?.scrollIntoView({ block: 'center' });
  if (input instanceof HTMLElement) input.focus();
}

export function Completeness({ profileId, version }: PanelProps) {
  const [calm] = useDebouncedValue(version, CALM_MILLISECONDS);
  const analytics = useQuery({
    queryKey: [...profileKeys.one(profileId), 'analytics', calm],
    queryFn: () => read(client.GET('/api/v1/profiles/{profile_id}/analytics', of(profileId))),
    placeholderData: keepPreviousData,
  });
  return (
    <Card component="section" aria-labelledby="complete">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="complete">
          {t.complete.title}
        </Title>
        {analytics.data && <Text fw={650}>{t.complete.score(analytics.data.completeness)}</Text>}
      </Group>
      <Loaded query={analytics}>
        {({ completeness, sections, next_steps }) => (
          <>
            <Progress value={completeness} aria-label={t.complete.title} mb="sm" />
            <dl className={classes.numbers}>
              {sections.map(({ name, score, maximum }) => (
                <Group key={name} justify="space-between">
                  <Text component="dt" size="sm">
                    {t.complete.sections[name as keyof typeof t.complete.sections] ?? name}
                  </Text>
                  <Text component="dd" m={0} size="sm" c="dimmed">
                    {t.complete.part(score, maximum)}
                  </Text>
                </Group>
              ))}
            </dl>
            <Title order={3} size="sm" mt="sm">
              {t.complete.next}
            </Title>
            {next_steps.length === 0 && <Text size="sm">{t.complete.all}</Text>}
            <ul className={classes.plain}>
              {next_steps.slice(0, MOST_STEPS).map(({ field, why, gain }) => (
                <li key={field}>
                  <Group justify="space-between" wrap="nowrap" align="flex-start">
                    <Anchor
                      component="button"
                      type="button"
                      size="sm"
                      ta="start"
                      onClick={() => focusField(field)}
                    >
                      {t.complete.fields[field as keyof typeof t.complete.fields] ?? field}
                    </Anchor>
                    <Tag tone="brand">{t.complete.gain(gain)}</Tag>
                  </Group>
                  <Text size="xs" c="dimmed">
                    {why}
                  </Text>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Card>
  );
}

export function Numbers({ profileId, version }: PanelProps) {
  const [calm] = useDebouncedValue(version, CALM_MILLISECONDS);
  const summary = useQuery({
    queryKey: [...profileKeys.one(profileId), 'summary', calm],
    queryFn: () => read(client.GET('/api/v1/profiles/{profile_id}/summary', of(profileId))),
    placeholderData: keepPreviousData,
  });
  return (
    <Card component="section" aria-labelledby="numbers">
      <Title order={2} id="numbers" mb="xs">
        {t.numbers.title}
      </Title>
      <Loaded query={summary}>
        {({ years_of_experience, totals, top_skills }) => (
          <>
            <Text size="sm">{t.numbers.years(years_of_experience)}</Text>
            <Text size="sm">{t.numbers.roles(totals.experiences, totals.achievements)}</Text>
            {top_skills.length > 0 && (
              <>
                <Title order={3} size="sm" mt="sm" mb={4}>
                  {t.numbers.top}
                </Title>
                <Group gap={6}>
                  {top_skills.slice(0, MOST_SKILLS).map(({ name, evidence }) => (
                    <Tag key={name}>{`${name} · ${t.numbers.shown(evidence.length)}`}</Tag>
                  ))}
                </Group>
              </>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

export function Periods({ items }: { items: Item[] }) {
  const notes = periodNotes(items);
  if (!notes.length) return null;
  return (
    <Card component="section" aria-labelledby="periods">
      <Title order={2} id="periods" mb="xs">
        {t.periods.title}
      </Title>
      <ul className={classes.plain}>
        {notes.map((note) => (
          <Text component="li" size="sm" key={note}>
            {note}
          </Text>
        ))}
      </ul>
    </Card>
  );
}
