import {
  Anchor,
  Button,
  Group,
  Progress,
  RingProgress,
  Select,
  SegmentedControl,
  Text,
  Title,
} from '@mantine/core';
import { IconCheck, IconCircleDashed, IconUserPlus, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { FactEvidence, Job, KeywordMatch, Profile, QuickAnalysisOut } from '../api';
import { useProfiles } from '../profiles/api';
import { factOf } from '../profiles/fields';
import { Gap } from '../profiles/Gap';
import { Card, EmptyState, Loaded, Tag, type Tone } from '../ui';
import { useMatch, type MatchTerms } from './api';
import { CodePoints, cut } from './spans';
import { t } from './strings';
import { BAND_TONES } from './words';
import classes from './jobs.module.css';

type Status = KeywordMatch['status'];

const TONES: Record<Status, Tone> = { shown: 'good', implied: 'info', missing: 'warn' };
const ICONS: Record<Status, typeof IconCheck> = {
  shown: IconCheck,
  implied: IconCircleDashed,
  missing: IconX,
};

interface MatchViewProps {
  job: Job;
  /** Told which profile the match is of. */
  onProfile: (id: string) => void;
}

/** The posting with its keywords marked, and beside it the match: score, parts, evidence, what would change it. */
export function MatchView({ job, onProfile }: MatchViewProps) {
  const profiles = useProfiles();
  const [chosen, setChosen] = useState<string | null>(null);
  const [level, setLevel] = useState<MatchTerms['candidate_level']>('experienced');
  const [current, setCurrent] = useState<string | null>(null);
  const profile = profiles.data?.find(({ id }) => id === chosen) ?? profiles.data?.[0] ?? null;
  const match = useMatch(job.id, profile && { profile_id: profile.id, candidate_level: level });
  useEffect(() => {
    if (profile) onProfile(profile.id);
  }, [profile, onProfile]);
  const jump = (keyword: string) => {
    setCurrent(keyword);
    const mark = document.querySelector<HTMLElement>(`[data-keyword="${CSS.escape(keyword)}"]`);
    mark?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    mark?.focus({ preventScroll: true });
  };
  return (
    <div className={classes.columns}>
      <Card component="section" aria-labelledby="posting" className={classes.sticky} tabIndex={0}>
        <Group justify="space-between" mb="sm">
          <Title order={2} id="posting">
            {t.detail.posting}
          </Title>
          {match.data && match.data.keywords.length > 0 && <Legend />}
        </Group>
        <Posting text={job.description} keywords={match.data?.keywords ?? []} current={current} />
      </Card>
      <div>
        <Loaded query={profiles}>
          {() =>
            profile ? (
              <>
                <Group mb="md" gap="sm" className={classes.controls}>
                  {(profiles.data?.length ?? 0) > 1 && (
                    <Select
                      aria-label={t.match.profile}
                      data={profiles.data?.map(({ id, full_name, headline }) => ({
                        value: id,
                        label: [full_name, headline].filter(Boolean).join(', '),
                      }))}
                      value={profile.id}
                      allowDeselect={false}
                      onChange={setChosen}
                    />
                  )}
                  <Text size="sm" c="dimmed" aria-hidden>
                    {t.match.level}
                  </Text>
                  <SegmentedControl
                    size="xs"
                    aria-label={t.match.level}
                    value={level}
                    onChange={(value) => setLevel(value as typeof level)}
                    data={Object.entries(t.match.levels).map(([value, label]) => ({ value, label }))}
                  />
                </Group>
                <Loaded query={match}>
                  {(report) => <Report report={report} profile={profile} onJump={jump} jobId={job.id} />}
                </Loaded>
              </>
            ) : (
              <EmptyState icon={<IconUserPlus />} title={t.match.noProfile} text={t.match.noProfileText}>
                <Button component={Link} to="/profile/import">
                  {t.match.importResume}
                </Button>
              </EmptyState>
            )
          }
        </Loaded>
      </div>
    </div>
  );
}

function Legend() {
  return (
    <Group gap={6} aria-label={t.detail.legend} role="group">
      {(['shown', 'implied', 'missing'] as const).map((status) => (
        <StatusTag key={status} status={status} />
      ))}
    </Group>
  );
}

function StatusTag({ status }: { status: Status }) {
  const Icon = ICONS[status];
  return (
    <Tag tone={TONES[status]} icon={<Icon size={12} aria-hidden />}>
      {t.match[status]}
    </Tag>
  );
}

/** Every character of the posting as saved, with the words that count marked by line, colour and name. */
function Posting({
  text,
  keywords,
  current,
}: {
  text: string;
  keywords: KeywordMatch[];
  current: string | null;
}) {
  const pieces = useMemo(
    () =>
      cut(
        text,
        keywords.flatMap((keyword) => keyword.posting_evidence.map((span) => ({ span, mark: keyword }))),
      ),
    [text, keywords],
  );
  return (
    <div className={classes.posting} dir="auto">
      {pieces.map(({ text: piece, marks }, index) => {
        const [first] = marks;
        if (!first) return piece;
        const names = marks.map(({ keyword }) => keyword).join(', ');
        return (
          <mark
            key={index}
            className={classes.mark}
            data-status={first.status}
            data-keyword={first.keyword}
            data-current={marks.some(({ keyword }) => keyword === current) || undefined}
            title={`${names}: ${t.match[first.status]}`}
            tabIndex={-1}
          >
            {piece}
          </mark>
        );
      })}
    </div>
  );
}

const PART_NAMES: Record<string, string | undefined> = t.match.names;

const nameOfPart = (name: string): string => PART_NAMES[name] ?? name.replaceAll('_', ' ');

/** Tenths add up to tenths. */
const sumOf = (parts: QuickAnalysisOut['parts'], of: 'score' | 'maximum'): number =>
  Math.round(parts.reduce((sum, part) => sum + part[of], 0) * 10) / 10;

interface ReportProps {
  report: QuickAnalysisOut;
  profile: Profile;
  jobId: string;
  onJump: (keyword: string) => void;
}

function Report({ report, profile, jobId, onJump }: ReportProps) {
  const gaps = report.changes.filter(({ gain }) => gain > 0);
  return (
    <>
      <Card component="section" aria-labelledby="match" mb="md">
        <div className={classes.score}>
          <RingProgress
            size={92}
            thickness={9}
            // A round cap of nothing would still be a dot.
            roundCaps={report.match_score > 0}
            sections={[{ value: report.match_score, color: 'var(--jw-brand)' }]}
            label={
              <Text ta="center" fw={700} fz={22}>
                {report.match_score}
              </Text>
            }
            aria-hidden
          />
          <div className={classes.scoreText}>
            <Title order={2} id="match">
              {t.match.title}
            </Title>
            <Group gap="xs" mt={4}>
              <Text component="span" fw={600}>
                {t.match.score(report.match_score)}
              </Text>
              <Tag tone={BAND_TONES[report.band]}>{t.match.bands[report.band]}</Tag>
            </Group>
            <Text size="sm" c="dimmed" mt={4}>
              {`${report.ceiling > report.match_score ? t.match.ceiling(report.ceiling) : t.match.noCeiling} ${t.match.good}`}
            </Text>
          </div>
        </div>
        <Title order={3} mt="md" mb={4}>
          {t.match.parts}
        </Title>
        {report.parts.map((part) => (
          <div key={part.name} className={classes.part}>
            <Text size="sm" fw={600} className={classes.partName}>
              {nameOfPart(part.name)}
            </Text>
            <Progress
              className={classes.partBar}
              value={part.maximum ? (part.score / part.maximum) * 100 : 0}
              aria-label={nameOfPart(part.name)}
            />
            <Text size="sm" className={classes.points}>
              {t.match.of(part.score, part.maximum)}
            </Text>
            <Text size="sm" c="dimmed" className={classes.why}>
              {part.explanation}
            </Text>
          </div>
        ))}
        <div className={`${classes.part} ${classes.total}`}>
          <Text size="sm" fw={700} className={classes.partName}>
            {t.match.sum(report.match_score)}
          </Text>
          <Text size="sm" fw={700} className={classes.points}>
            {t.match.of(sumOf(report.parts, 'score'), sumOf(report.parts, 'maximum'))}
          </Text>
        </div>
        <Text size="xs" c="dimmed" mt="sm">
          {t.match.caveat}
        </Text>
      </Card>
      <Card component="section" aria-labelledby="asked" mb="md">
        <Title order={2} id="asked" mb="sm">
          {t.match.keywords}
        </Title>
        {report.keywords.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.match.vague}
          </Text>
        )}
        <ul className={classes.keywords}>
          {report.keywords.map((keyword) => (
            <KeywordRow
              key={keyword.keyword}
              keyword={keyword}
              profile={profile}
              jobId={jobId}
              onJump={onJump}
            />
          ))}
        </ul>
      </Card>
      <Card component="section" aria-labelledby="changes">
        <Title order={2} id="changes" mb="sm">
          {t.match.changes}
        </Title>
        {gaps.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.match.noChanges}
          </Text>
        )}
        <ul className={classes.changes}>
          {gaps.map(({ action, gain }) => (
            <li key={action}>
              <Tag tone="brand">{t.match.gain(gain)}</Tag>
              <span>{action}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

interface KeywordRowProps {
  keyword: KeywordMatch;
  profile: Profile;
  jobId: string;
  onJump: (keyword: string) => void;
}

function KeywordRow({ keyword, profile, jobId, onJump }: KeywordRowProps) {
  return (
    <li className={classes.keyword}>
      <div>
        {keyword.posting_evidence.length > 0 ? (
          <Anchor
            component="button"
            type="button"
            size="sm"
            className={classes.jump}
            title={t.match.jump(keyword.keyword)}
            onClick={() => onJump(keyword.keyword)}
          >
            {keyword.keyword}
          </Anchor>
        ) : (
          <Text size="sm" fw={600}>
            {keyword.keyword}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {[
            keyword.required ? t.match.must : t.match.nice,
            t.match.weighs(keyword.weight),
            keyword.either_or && t.match.eitherOr,
          ]
            .filter(Boolean)
            .join(', ')}
        </Text>
      </div>
      <StatusTag status={keyword.status} />
      <div>
        {keyword.via && (
          <Text size="sm" c="dimmed">
            {t.match.via(keyword.via)}
          </Text>
        )}
        {(keyword.status === 'missing' || keyword.denied) && (
          <Gap skill={keyword.keyword} isDenied={keyword.denied} profileId={profile.id} jobId={jobId} />
        )}
        {keyword.status !== 'missing' && (
          <ul className={classes.evidence}>
            {keyword.profile_evidence.slice(0, 3).map((evidence) => (
              <Evidence key={`${evidence.fact_id}:${evidence.start}`} evidence={evidence} profile={profile} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Evidence({ evidence, profile }: { evidence: FactEvidence; profile: Profile }) {
  const fact = factOf(profile, evidence.fact_id);
  if (!fact) return null;
  const points = new CodePoints(fact.text);
  return (
    <li dir="auto">
      {points.slice(0, evidence.start)}
      <mark>{points.slice(evidence.start, evidence.end)}</mark>
      {points.slice(evidence.end, fact.text.length)}
      <Text size="xs" c="dimmed">
        <Anchor component={Link} size="xs" c="dimmed" to={`/profile#${fact.itemId}`}>
          {fact.where}
        </Anchor>
      </Text>
    </li>
  );
}
