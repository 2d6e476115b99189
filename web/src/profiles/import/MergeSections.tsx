import { Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconCheck, IconPlus, IconRefresh } from '@tabler/icons-react';
import type { ImportPreview, ImportSection, MergedEntry, ParsedResumeOut } from '../../api';
import { Card, careerDate, Tag, type Tone } from '../../ui';
import {
  factLines,
  hasNews,
  labelOfField,
  nameOfEntry,
  sectionTitle,
  type FactLine,
  type SectionName,
} from './merging';
import { t as words } from '../strings';
import { t } from './strings';
import classes from './import.module.css';

interface MergeSectionsProps {
  parsed: ParsedResumeOut;
  preview: ImportPreview;
  leftOut: ReadonlySet<SectionName>;
  mark: (path: string) => React.ReactNode;
  onTake: (section: SectionName, isTaken: boolean) => void;
}

/** What the profile would gain by each section. It is text, no fields: what is merged is mended in the profile. */
export function MergeSections({ parsed, preview, leftOut, mark, onTake }: MergeSectionsProps) {
  return preview.sections
    .filter(({ entries }) => entries.length > 0)
    .map((section) => (
      <MergeSection
        key={section.section}
        parsed={parsed}
        section={section}
        isTaken={!leftOut.has(section.section)}
        mark={mark}
        onTake={(isTaken) => onTake(section.section, isTaken)}
      />
    ));
}

interface MergeSectionProps extends Pick<MergeSectionsProps, 'parsed' | 'mark'> {
  section: ImportSection;
  isTaken: boolean;
  onTake: (isTaken: boolean) => void;
}

function MergeSection({ parsed, section, isTaken, mark, onTake }: MergeSectionProps) {
  const name = section.section;
  const title = sectionTitle(name);
  const isNews = hasNews(section);
  const id = `merge-${name}`;
  return (
    <Card component="section" aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={3} id={id}>
          {title}
        </Title>
        {isNews && (
          <Switch
            label={t.include}
            aria-label={t.includeSection(title)}
            checked={isTaken}
            onChange={(event) => onTake(event.currentTarget.checked)}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {isNews
          ? t.tally(section.added, section.completed, section.unchanged)
          : section.conflicts
            ? t.nothingNewButDifferent
            : t.nothingNew}
      </Text>
      {isTaken && name === 'skills' && <Skills parsed={parsed} entries={section.entries} />}
      {isTaken &&
        name !== 'skills' &&
        section.entries.map((entry) => (
          <Entry key={entry.path} parsed={parsed} section={name} entry={entry} mark={mark} />
        ))}
    </Card>
  );
}

interface EntryProps extends Pick<MergeSectionsProps, 'parsed' | 'mark'> {
  section: SectionName;
  entry: MergedEntry;
}

function Entry({ parsed, section, entry, mark }: EntryProps) {
  const facts = entry.outcome === 'unchanged' ? [] : factLines(parsed, section, entry);
  const isDifferent = entry.outcome === 'unchanged' && entry.conflicts.length > 0;
  return (
    <div className={classes.item}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600} dir="auto">
          {nameOfEntry(parsed, section, entry)}
        </Text>
        {isDifferent ? <Tag tone="warn">{t.outcomes.different}</Tag> : <Outcome of={entry.outcome} />}
      </Group>
      {facts.length > 0 && (
        <FactList facts={facts} isBare={section === 'contact' || section === 'custom_fields'} mark={mark} />
      )}
      <Conflicts entry={entry} />
    </div>
  );
}

function FactList({
  facts,
  isBare,
  mark,
}: {
  facts: FactLine[];
  /** Whether the entry's name is the field's already. */
  isBare: boolean;
  mark: MergeSectionsProps['mark'];
}) {
  if (isBare)
    return facts.map(({ path, lines }) => (
      <Text size="sm" key={path} id={path} tabIndex={-1} dir="auto" className={classes.told}>
        {lines.join('\n')} {mark(path)}
      </Text>
    ));
  return (
    <dl className={classes.facts}>
      {facts.map(({ path, label, lines }) => (
        <div key={path} className={classes.fact}>
          <dt>{label}</dt>
          <dd id={path} tabIndex={-1} dir="auto">
            {lines.length > 1 ? (
              <ul className={classes.statements}>
                {lines.map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ul>
            ) : (
              lines.join('')
            )}{' '}
            {mark(path)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Conflicts({ entry }: { entry: MergedEntry }) {
  return entry.conflicts.map(({ field, kept, incoming }) => (
    <Text size="sm" c="dimmed" key={field} dir="auto">
      {t.keeps(labelOfField(field), shown(field, incoming), shown(field, kept))}
    </Text>
  ));
}

/** Dates as everywhere; "present" is the end of what goes on. */
function shown(field: string, value: string): string {
  if (!field.endsWith('_date')) return value;
  return value === 'present' ? words.dateNow : careerDate(value);
}

const TONES: Record<MergedEntry['outcome'], Tone> = {
  added: 'good',
  completed: 'info',
  unchanged: 'neutral',
};
const ICONS = { added: IconPlus, completed: IconRefresh, unchanged: IconCheck };

function Outcome({ of }: { of: MergedEntry['outcome'] }) {
  const Icon = ICONS[of];
  return (
    <Tag tone={TONES[of]} icon={<Icon size={12} aria-hidden />}>
      {t.outcomes[of]}
    </Tag>
  );
}

/** Skills are many and short: a row of names for each outcome. */
function Skills({ parsed, entries }: { parsed: ParsedResumeOut; entries: MergedEntry[] }) {
  const outcomes = (['added', 'completed', 'unchanged'] as const).filter((outcome) =>
    entries.some((entry) => entry.outcome === outcome),
  );
  return (
    <Stack gap="sm">
      {outcomes.map((outcome) => (
        <Group key={outcome} gap="xs">
          <Outcome of={outcome} />
          {entries
            .filter((entry) => entry.outcome === outcome)
            .map((entry) => (
              <Text size="sm" key={entry.path} id={`${entry.path}.name`} tabIndex={-1} span dir="auto">
                {nameOfEntry(parsed, 'skills', entry)}
                {entry.fields.length > 0 && ` (${entry.fields.map(labelOfField).join(', ')})`}
              </Text>
            ))}
        </Group>
      ))}
    </Stack>
  );
}
