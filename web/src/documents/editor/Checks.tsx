import { Anchor, Button, List, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import type { AtsCheck, ChecksOut, DocumentOut, ReadBackResult } from '../../api';
import { Card, Loaded, Tag, type Tone } from '../../ui';
import { useChecks, useReadBack } from '../api';
import { t as documents } from '../strings';
import { textAt } from './content';
import classes from './editor.module.css';
import { t } from './strings';

const LOOKS: Record<AtsCheck['status'], { tone: Tone; icon: typeof IconCheck }> = {
  pass: { tone: 'good', icon: IconCheck },
  warn: { tone: 'warn', icon: IconAlertTriangle },
  fail: { tone: 'bad', icon: IconX },
};
const WORST_FIRST: AtsCheck['status'][] = ['fail', 'warn', 'pass'];

interface ChecksProps {
  document: DocumentOut;
  onJump: (path: string) => void;
}

/** What the verifier, the ATS checks and the reading of the files find now. */
export function Checks({ document, onJump }: ChecksProps) {
  const checks = useChecks(document.id, document.version_number);
  return (
    <div className={classes.stack}>
      <Loaded query={checks}>
        {({ grounding, ats_checks }) => (
          <>
            <Grounding document={document} report={grounding} onJump={onJump} />
            <Card component="section" aria-labelledby="ats">
              <Title order={2} id="ats" mb="sm">
                {t.checks.ats}
              </Title>
              <ul className={classes.changes}>
                {ats_checks
                  .toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status))
                  .map((check) => (
                    <li key={check.name} className={classes.check}>
                      <Status of={check.status} />
                      <div>
                        <Text size="sm">{check.message}</Text>
                        <Places paths={check.paths} document={document} onJump={onJump} />
                      </div>
                    </li>
                  ))}
              </ul>
            </Card>
          </>
        )}
      </Loaded>
      <ReadBack document={document} />
    </div>
  );
}

function Status({ of }: { of: AtsCheck['status'] }) {
  const { tone, icon: Icon } = LOOKS[of];
  return (
    <Tag tone={tone} icon={<Icon size={12} aria-hidden />}>
      {t.checks.statuses[of]}
    </Tag>
  );
}

function Grounding({ document, report, onJump }: ChecksProps & { report: ChecksOut['grounding'] }) {
  const total = report.grounded + report.ungrounded + report.unchecked;
  const open = [...report.sentences, ...report.fields].filter(({ verdict }) => verdict !== 'grounded');
  return (
    <Card component="section" aria-labelledby="grounding">
      <Title order={2} id="grounding" mb="xs">
        {t.checks.grounding}
      </Title>
      <Text size="sm">{t.checks.groundingText(report.grounded, total)}</Text>
      <ul className={classes.changes}>
        {open.map(({ path, verdict, reasons }) => (
          <li key={path} className={classes.check}>
            <Tag
              tone={verdict === 'ungrounded' ? 'bad' : 'warn'}
              icon={<IconAlertTriangle size={12} aria-hidden />}
            >
              {t.verdicts[verdict]}
            </Tag>
            <div>
              <Places paths={[path]} document={document} onJump={onJump} />
              {reasons.map(({ message }) => (
                <Text key={message} size="sm">
                  {message}
                </Text>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Places({ paths, document, onJump }: ChecksProps & { paths: string[] }) {
  return paths.map((path) => (
    <Anchor
      key={path}
      component="button"
      type="button"
      size="sm"
      dir="auto"
      className={classes.place}
      onClick={() => onJump(path)}
    >
      {textAt(document.content, path) || t.checks.field(path)}
    </Anchor>
  ));
}

function ReadBack({ document }: { document: DocumentOut }) {
  const made = useReadBack(document.id);
  const known: { format: 'pdf' | 'docx'; readback: ReadBackResult }[] =
    made.data?.map(({ format, readback }) => ({ format: format === 'docx' ? 'docx' : 'pdf', readback })) ??
    (document.readback ? [{ format: 'pdf', readback: document.readback }] : []);
  return (
    <Card component="section" aria-labelledby="readback">
      <Title order={2} id="readback" mb="xs">
        {t.checks.readback}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t.checks.readbackText}
      </Text>
      {known.map(({ format, readback }) => {
        const name = documents.download.formats[format];
        return (
          <div key={format}>
            <Tag
              tone={readback.ok ? 'good' : 'warn'}
              icon={
                readback.ok ? (
                  <IconCheck size={12} aria-hidden />
                ) : (
                  <IconAlertTriangle size={12} aria-hidden />
                )
              }
            >
              {readback.ok ? documents.download.readsBack(name) : documents.download.problems(name)}
            </Tag>
            <List size="sm">
              {readback.problems.map((problem) => (
                <List.Item key={problem}>{problem}</List.Item>
              ))}
            </List>
          </div>
        );
      })}
      <Button
        mt="sm"
        size="xs"
        variant="default"
        loading={made.isPending}
        onClick={() => made.mutate(['pdf', 'docx'])}
      >
        {t.checks.readbackNow}
      </Button>
    </Card>
  );
}
