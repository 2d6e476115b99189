import { Text, Title } from '@mantine/core';
import type { Content, Sentence } from '../../api';
import { SourceFact, useFactsOf } from '../../profiles/SourceFact';
import { Card } from '../../ui';
import type { Line } from './content';
import classes from './editor.module.css';
import { t } from './strings';
import { Verdict } from './Verdict';

interface SourcesProps {
  line: Line | null;
  /** What the service said of this wording. */
  judged: Sentence | null;
  content: Content;
  /** Nobody has chosen a line yet: where there is little room, it stays out of the way. */
  isIdle: boolean;
}

/** The facts a sentence rests on, each with its place in the profile, and why one is not proven. */
export function Sources({ line, judged, content, isIdle }: SourcesProps) {
  const profile = useFactsOf(content).data ?? null;
  return (
    <Card
      component="section"
      aria-labelledby="sources-title"
      className={classes.sources}
      data-idle={isIdle || undefined}
    >
      <Title order={2} id="sources-title" mb="xs">
        {t.facts}
      </Title>
      {line && (
        <div>
          <Text size="sm" fw={600} dir="auto" mb={4} className={classes.said}>
            {line.text}
          </Text>
          <Verdict of={judged} />
          {judged?.reasons.map(({ message }) => (
            <Text key={message} size="sm" mt={4}>
              {message}
            </Text>
          ))}
          <Text size="xs" c="dimmed" mt="sm">
            {line.source_ids.length ? t.sources : t.noSources}
          </Text>
          <ul className={classes.facts}>
            {line.source_ids.map((id) => (
              <SourceFact key={id} id={id} profile={profile} />
            ))}
          </ul>
          {judged && judged.refused.length > 0 && (
            <>
              <Text size="xs" c="dimmed" mt="sm">
                {t.refused}
              </Text>
              {judged.refused.map((text) => (
                <Text key={text} size="sm" td="line-through" dir="auto">
                  {text}
                </Text>
              ))}
            </>
          )}
        </div>
      )}
    </Card>
  );
}
