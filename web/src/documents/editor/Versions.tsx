import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentOut, DocumentVersion } from '../../api';
import { ago, Card, dateTime, Loaded, Pages, showMessage, Tag, useUrlState } from '../../ui';
import { restoreVersion, updateDocument, useVersions, VERSIONS_ON_A_PAGE } from '../api';
import { toContent } from './content';
import classes from './editor.module.css';
import { groupVersions, type VersionGroup } from './groups';
import type { EditorStore } from './store';
import { t } from './strings';

/** Every version: to compare with, to bring back, to give a name. */
export function Versions({ store, document }: { store: EditorStore; document: DocumentOut }) {
  const [offset, setOffset] = useState(0);
  const versions = useVersions(document.id, document.version_number, offset);
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: (note: string) =>
      store.take((version) =>
        updateDocument(document.id, { content: { ...toContent(store.getState().draft) }, note }, version),
      ),
    onSuccess: (_, note) => {
      setName('');
      showMessage(t.versions.named(note));
    },
  });
  return (
    <Card component="section" aria-labelledby="versions">
      <Title order={2} id="versions">
        {t.versions.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t.versions.text}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate(name.trim());
        }}
      >
        <Group align="flex-end" gap="xs" mb="md">
          <TextInput
            label={t.versions.nameLabel}
            placeholder={t.versions.nameHint}
            maxLength={300}
            dir="auto"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            className={classes.grow}
          />
          <Button type="submit" variant="default" loading={save.isPending} disabled={!name.trim()}>
            {t.versions.name}
          </Button>
        </Group>
      </form>
      <Loaded query={versions}>
        {({ items, total }) => (
          <>
            <ul className={classes.changes}>
              {groupVersions(items).map((group) => (
                <VersionsTogether
                  key={group.latest.version_number}
                  group={group}
                  store={store}
                  document={document}
                />
              ))}
            </ul>
            <Pages total={total} limit={VERSIONS_ON_A_PAGE} offset={offset} onOffset={setOffset} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

interface GroupProps {
  group: VersionGroup;
  store: EditorStore;
  document: DocumentOut;
}

function VersionsTogether({ group, store, document }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  const { latest, earlier } = group;
  return (
    <>
      <VersionRow version={latest} store={store} document={document} />
      {earlier.length > 0 && !isOpen && (
        <li>
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
            {t.versions.more(earlier.length)}
          </Button>
        </li>
      )}
      {isOpen &&
        earlier.map((version) => (
          <VersionRow key={version.version_number} version={version} store={store} document={document} />
        ))}
    </>
  );
}

interface VersionRowProps {
  version: DocumentVersion;
  store: EditorStore;
  document: DocumentOut;
}

function VersionRow({ version: { version_number, note, created_at }, store, document }: VersionRowProps) {
  const [, setUrl] = useUrlState('tab', 'against');
  const restore = useMutation({
    mutationFn: () => store.take(() => restoreVersion(document.id, version_number)),
    onSuccess: (made) => showMessage(t.versions.restored(version_number, made.version_number)),
  });
  const isNow = version_number === document.version_number;
  return (
    <li className={classes.version}>
      <div>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {t.versions.version(version_number)}
          </Text>
          {isNow && <Tag tone="brand">{t.versions.now}</Tag>}
        </Group>
        <Text size="sm" dir="auto">
          {note}
        </Text>
        <Text size="xs" c="dimmed" title={dateTime(created_at)}>
          {ago(created_at)}
        </Text>
      </div>
      {!isNow && (
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t.versions.label(t.versions.compare, version_number)}
            onClick={() => setUrl({ tab: 'compare', against: String(version_number) })}
          >
            {t.versions.compare}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={restore.isPending}
            aria-label={t.versions.label(t.versions.restore, version_number)}
            onClick={() => restore.mutate()}
          >
            {t.versions.restore}
          </Button>
        </Group>
      )}
    </li>
  );
}
