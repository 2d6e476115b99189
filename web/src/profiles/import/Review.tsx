import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, read, readFile, type Profile, type ResumeOut } from '../../api';
import { Card, FormSummary, Loaded, Tag } from '../../ui';
import { profileKeys } from '../api';
import { t as words } from '../strings';
import { draftOf, profileOf, uncertainOf } from './draft';
import { Hints } from './Hints';
import { takenSections, totals, uncertainNews, type SectionName } from './merging';
import { MergeSections } from './MergeSections';
import { Sections } from './Sections';
import { t } from './strings';
import { useSave } from './useSave';
import classes from './import.module.css';

interface ReviewProps {
  resume: ResumeOut;
  profiles: Profile[];
  onAnother: () => void;
}

/** The file's text left, what was understood right; nothing counts before it was seen. */
export function Review({ resume, profiles, onAnother }: ReviewProps) {
  const active = profiles[0];
  const [isMerging, setMerging] = useState(Boolean(active));
  const [draft, setDraft] = useState(() => draftOf(resume.parsed));
  const save = useSave(resume);
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
        {active && isMerging ? (
          <Merging resume={resume} profileId={active.id} save={save} />
        ) : (
          <>
            <Hints resume={resume} uncertain={uncertainOf(resume.parsed)} />
            <Stack>
              <Sections draft={draft} mark={markOf(uncertainOf(resume.parsed))} onChange={setDraft} />
            </Stack>
            <div className={classes.bar}>
              <Group justify="flex-end">
                <Button
                  loading={save.isPending}
                  onClick={() => save.run({ profile: profileOf(draft, resume.parsed) })}
                >
                  {active ? t.saveSecond : t.save}
                </Button>
              </Group>
            </div>
          </>
        )}
      </section>
    </div>
  );
}

interface MergingProps {
  resume: ResumeOut;
  profileId: string;
  save: ReturnType<typeof useSave>;
}

/** What the profile would gain, section by section, each to take or to leave. */
function Merging({ resume, profileId, save }: MergingProps) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<SectionName>>(new Set());
  const preview = useQuery({
    queryKey: [...profileKeys.one(profileId), 'import', resume.id],
    queryFn: () =>
      read(
        client.POST('/api/v1/profiles/import/preview', {
          body: { resume_id: resume.id, profile_id: profileId },
        }),
      ),
  });
  const take = (section: SectionName, isTaken: boolean) =>
    setLeftOut((current) => {
      const next = new Set(current);
      if (isTaken) next.delete(section);
      else next.add(section);
      return next;
    });
  return (
    <Loaded query={preview}>
      {(seen) => {
        const taken = takenSections(seen, leftOut);
        const { added, completed } = totals(seen, taken);
        const uncertain = uncertainNews(seen, uncertainOf(resume.parsed));
        const isAllThere = takenSections(seen, new Set()).length === 0;
        return (
          <>
            <Hints resume={resume} uncertain={uncertain} />
            <Stack>
              <MergeSections
                parsed={resume.parsed}
                preview={seen}
                leftOut={leftOut}
                mark={markOf(uncertain)}
                onTake={take}
              />
            </Stack>
            <div className={classes.bar}>
              <Group justify="flex-end">
                <Text size="sm" role="status">
                  {isAllThere ? t.nothingToAdd : taken.length ? t.willAdd(added, completed) : t.nothingTaken}
                </Text>
                <Button
                  disabled={!taken.length}
                  loading={save.isPending}
                  onClick={() => save.run({ preview: seen, sections: taken })}
                >
                  {t.merge}
                </Button>
              </Group>
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

const markOf = (uncertain: string[]) => (path: string) =>
  uncertain.includes(path) ? (
    <Tag tone="warn" icon={<IconAlertTriangle size={12} aria-hidden />}>
      {t.checkMark}
    </Tag>
  ) : null;

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
