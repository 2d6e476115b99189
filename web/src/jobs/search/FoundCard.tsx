import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { FoundJob } from '../../api';
import { Card, day, Facts, showError, showMessage, Tag } from '../../ui';
import { useSaveJob } from '../api';
import { t as words } from '../strings';
import { BAND_TONES, pay, sourceOf } from '../words';
import { t } from './strings';
import classes from './search.module.css';

const MOST_KEYWORDS = 6;

/** A vacancy of a board, with how it fits; saved with one press. */
export function FoundCard({ job }: { job: FoundJob }) {
  const save = useSaveJob();
  const savedId = save.data?.id ?? job.saved_job_id;
  const facts = [
    job.company ?? words.noCompany,
    job.location,
    job.workplace ? words.workplaces[job.workplace] : job.remote && words.workplaces.remote,
    job.seniority && words.seniorities[job.seniority],
    pay(job.salary) || job.salary_range,
    job.date_posted && t.posted(day(job.date_posted)),
  ];
  const origin = [
    t.at(sourceOf(job.source)),
    job.also_at.length > 0 && t.alsoAt(job.also_at.map(({ source }) => sourceOf(source)).join(', ')),
    job.is_excerpt && t.excerpt,
  ].filter(Boolean);
  const list = (keywords: string[]) => keywords.slice(0, MOST_KEYWORDS).join(', ');
  return (
    <Card component="li">
      <Group justify="space-between" align="flex-start">
        <div className={classes.grow}>
          <Text fw={600} component="h2" size="md" dir="auto">
            {job.title}
          </Text>
          <Text size="sm">
            <Facts of={facts} />
          </Text>
          <Text size="xs" c="dimmed">
            {origin.join(' · ')}
          </Text>
        </div>
        {job.match_score !== null && job.band && (
          <Tag tone={BAND_TONES[job.band]}>
            {words.match.short(job.match_score, words.match.bands[job.band])}
          </Tag>
        )}
      </Group>
      <Text size="sm" mt="xs" lineClamp={3} dir="auto">
        {job.summary}
      </Text>
      {job.match_score !== null && job.matched_keywords.length + job.missing_keywords.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {[
            job.matched_keywords.length > 0 && t.shows(list(job.matched_keywords)),
            job.missing_keywords.length > 0 && t.lacks(list(job.missing_keywords)),
          ]
            .filter(Boolean)
            .join('. ')}
        </Text>
      )}
      <Group mt="sm" gap="md">
        {savedId ? (
          <Anchor component={Link} to={`/jobs/${savedId}`} size="sm" fw={600}>
            {t.isSaved}
          </Anchor>
        ) : (
          <Button
            size="compact-sm"
            aria-label={t.saveLabel(job.title)}
            loading={save.isPending}
            onClick={() =>
              save.mutate(job.save, { onSuccess: () => showMessage(t.savedNow), onError: showError })
            }
          >
            {t.save}
          </Button>
        )}
        {job.job_url && (
          <Anchor href={job.job_url} target="_blank" rel="noopener noreferrer" size="sm">
            {t.original} <IconExternalLink size={13} aria-hidden />
          </Anchor>
        )}
      </Group>
    </Card>
  );
}
