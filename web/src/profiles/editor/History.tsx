import { Button, Group, Modal, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, read } from '../../api';
import { t as shared } from '../../strings';
import { ago, Card, dateTime, Loaded, Pages, Tag } from '../../ui';
import { profileKeys } from '../api';
import { draftOf } from './draft';
import { differences } from './names';
import { t } from './strings';
import type { ProfileDraft } from './useProfileDraft';
import classes from '../profiles.module.css';

const PAGE = 8;
const CALM_MILLISECONDS = 3000;

interface HistoryProps {
  edit: ProfileDraft;
  profileId: string;
}

/** Every change is a version that can be looked at and come back to. */
export function History({ edit, profileId }: HistoryProps) {
  const [offset, setOffset] = useState(0);
  const [comparing, setComparing] = useState<number | null>(null);
  const [calm] = useDebouncedValue(edit.version, CALM_MILLISECONDS);
  const versions = useQuery({
    queryKey: [...profileKeys.one(profileId), 'versions', calm, offset],
    queryFn: () =>
      read(
        client.GET('/api/v1/profiles/{profile_id}/versions', {
          params: { path: { profile_id: profileId }, query: { limit: PAGE, offset } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Card component="section" aria-labelledby="history">
      <Title order={2} id="history">
        {t.history.title}
      </Title>
      <Text size="sm" c="dimmed">
        {t.history.text}
      </Text>
      <Loaded query={versions}>
        {({ items, total }) => (
          <>
            <ul className={classes.plain}>
              {items.map(({ version, created_at, experiences_count, skills_count }) => (
                <li key={version}>
                  <Group justify="space-between">
                    <Text size="sm" fw={600}>
                      {t.history.version(version)}
                    </Text>
                    {version === edit.version && <Tag tone="good">{t.history.current}</Tag>}
                  </Group>
                  <Text size="xs" c="dimmed" title={dateTime(created_at)}>
                    {`${ago(created_at)} · ${t.history.counts(experiences_count, skills_count)}`}
                  </Text>
                  {version < edit.version && (
                    <Group gap="xs" mt={4}>
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={t.history.compareLabel(version)}
                        onClick={() => setComparing(version)}
                      >
                        {t.history.compare}
                      </Button>
                      <Restore edit={edit} version={version} />
                    </Group>
                  )}
                </li>
              ))}
            </ul>
            <Pages total={total} limit={PAGE} offset={offset} onOffset={setOffset} />
          </>
        )}
      </Loaded>
      <Modal
        opened={comparing !== null}
        onClose={() => setComparing(null)}
        size="lg"
        title={comparing !== null && t.history.comparing(comparing)}
        closeButtonProps={{ 'aria-label': shared.form.close }}
      >
        {comparing !== null && (
          <>
            <Comparison edit={edit} profileId={profileId} version={comparing} />
            <Group justify="flex-end" mt="md">
              <Restore edit={edit} version={comparing} onDone={() => setComparing(null)} />
            </Group>
          </>
        )}
      </Modal>
    </Card>
  );
}

interface RestoreProps {
  edit: ProfileDraft;
  version: number;
  onDone?: () => void;
}

function Restore({ edit, version, onDone }: RestoreProps) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t.history.restoreLabel(version)}
      // What is typed right now becomes a version first, so that it can be come back to.
      disabled={edit.isDirty || edit.autosave.isSaving}
      loading={edit.restore.isPending && edit.restore.variables === version}
      onClick={() => edit.restore.mutate(version, { onSuccess: onDone })}
    >
      {t.history.restore}
    </Button>
  );
}

function Comparison({ edit, profileId, version }: HistoryProps & { version: number }) {
  const old = useQuery({
    queryKey: [...profileKeys.one(profileId), 'version', version],
    queryFn: () =>
      read(
        client.GET('/api/v1/profiles/{profile_id}/versions/{version}', {
          params: { path: { profile_id: profileId, version } },
        }),
      ),
    staleTime: Infinity,
  });
  return (
    <Loaded query={old}>
      {(profile) => {
        const found = differences(draftOf(profile), edit.draft);
        if (!found.length) return <Text size="sm">{t.history.same}</Text>;
        return (
          <ul className={classes.plain}>
            {found.map(({ field, then, now }, index) => (
              <li key={index}>
                <Text size="sm" fw={600} dir="auto">
                  {field}
                </Text>
                <Group grow gap="xs" align="stretch" preventGrowOverflow={false}>
                  <Side label={t.history.then} text={then} />
                  <Side label={t.history.now} text={now} />
                </Group>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <div className={classes.choice} dir="auto">
        {text || (
          <Text size="sm" c="dimmed" span>
            {t.history.nothing}
          </Text>
        )}
      </div>
    </div>
  );
}
