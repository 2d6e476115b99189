import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react';
import type { DocumentOut, KeywordMatch } from '../../api';
import { Gap } from '../../profiles/Gap';
import { Card, Loaded, Tag, type Tone } from '../../ui';
import { useDocumentMatch } from '../api';
import { textAt } from './content';
import classes from './editor.module.css';
import { t } from './strings';

const LOOKS: Record<KeywordMatch['status'], { tone: Tone; icon: typeof IconCheck }> = {
  shown: { tone: 'good', icon: IconCheck },
  implied: { tone: 'info', icon: IconCircleDashed },
  missing: { tone: 'warn', icon: IconX },
};
const MOST_PLACES = 3;

interface KeywordsProps {
  document: DocumentOut;
  onJump: (path: string) => void;
}

/** What the job asks for, must and nice apart, and where this document shows it. */
export function Keywords({ document, onJump }: KeywordsProps) {
  if (!document.job_id) return <Text c="dimmed">{t.keywords.noJob}</Text>;
  return <Asked document={document} onJump={onJump} />;
}

function Asked({ document, onJump }: KeywordsProps) {
  const match = useDocumentMatch(document.id, document.version_number);
  return (
    <Card component="section" aria-labelledby="keywords">
      <Title order={2} id="keywords">
        {t.keywords.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t.keywords.caveat}
      </Text>
      <Loaded query={match}>
        {({ keywords }) => (
          <>
            <Part
              title={t.keywords.must}
              keywords={keywords.filter(({ required }) => required)}
              document={document}
              onJump={onJump}
            />
            <Part
              title={t.keywords.nice}
              keywords={keywords.filter(({ required }) => !required)}
              document={document}
              onJump={onJump}
            />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Part({
  title,
  keywords,
  document,
  onJump,
}: KeywordsProps & { title: string; keywords: KeywordMatch[] }) {
  if (keywords.length === 0) return null;
  const shown = keywords.filter(({ status }) => status !== 'missing').length;
  return (
    <section className={classes.section}>
      <Group gap="xs" mb="xs">
        <Title order={3}>{title}</Title>
        <Tag tone={shown === keywords.length ? 'good' : 'neutral'}>
          {t.keywords.coverage(shown, keywords.length)}
        </Tag>
      </Group>
      <ul className={classes.changes}>
        {keywords.map((keyword) => (
          <KeywordRow key={keyword.keyword} keyword={keyword} document={document} onJump={onJump} />
        ))}
      </ul>
    </section>
  );
}

function KeywordRow({ keyword, document, onJump }: KeywordsProps & { keyword: KeywordMatch }) {
  const { tone, icon: Icon } = LOOKS[keyword.status];
  const places = [...new Set(keyword.profile_evidence.map(({ fact_id }) => fact_id))]
    .map((path) => ({ path, text: textAt(document.content, path) }))
    .filter(({ text }) => text);
  return (
    <li className={classes.keyword}>
      <Text size="sm" fw={600} dir="auto">
        {keyword.keyword}
      </Text>
      <Tag tone={tone} icon={<Icon size={12} aria-hidden />}>
        {t.keywords.statuses[keyword.status]}
      </Tag>
      <div className={classes.places}>
        {keyword.via && (
          <Text size="sm" c="dimmed">
            {t.keywords.via(keyword.via)}
          </Text>
        )}
        {(keyword.status === 'missing' || keyword.denied) && document.job_id && document.profile_id && (
          <Gap
            skill={keyword.keyword}
            isDenied={keyword.denied}
            profileId={document.profile_id}
            jobId={document.job_id}
          />
        )}
        {places.slice(0, MOST_PLACES).map(({ path, text }) => (
          <Anchor
            key={path}
            component="button"
            type="button"
            size="sm"
            dir="auto"
            className={classes.place}
            title={t.keywords.jump(text)}
            onClick={() => onJump(path)}
          >
            {text}
          </Anchor>
        ))}
      </div>
    </li>
  );
}
