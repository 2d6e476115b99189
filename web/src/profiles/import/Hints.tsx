import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ResumeOut } from '../../api';
import type { ComponentName } from '../fields';
import { t as words } from '../strings';
import { t } from './strings';

/** What to look at before anything counts: doubtful fields, warnings, and lines that found no place. */
export function Hints({ resume, uncertain }: { resume: ResumeOut; uncertain: string[] }) {
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
