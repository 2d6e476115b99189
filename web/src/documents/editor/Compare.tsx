import { Button, Checkbox, Group, Select, Text, Title } from '@mantine/core';
import {
  IconArrowsMoveVertical,
  IconCheck,
  IconEqual,
  IconMinus,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentOut } from '../../api';
import { announce, Card, Loaded, Tag, useUrlState, type Tone } from '../../ui';
import { rejectChanges, useDiff, useVersions } from '../api';
import { nameOf, rejectedOf, rowsOf, type Row } from './changes';
import classes from './editor.module.css';
import type { EditorStore } from './store';
import { t } from './strings';
import { wordDifference } from './words';

type Kind = Row['kind'];
const LOOKS: Record<Kind, { tone: Tone; icon: typeof IconCheck }> = {
  unchanged: { tone: 'neutral', icon: IconEqual },
  changed: { tone: 'info', icon: IconPencil },
  moved: { tone: 'neutral', icon: IconArrowsMoveVertical },
  added: { tone: 'good', icon: IconPlus },
  removed: { tone: 'warn', icon: IconMinus },
};
const ORIGINAL = 'original';

/** What changed since any version or the own resume, to keep or take back one by one. */
export function Compare({ store, document }: { store: EditorStore; document: DocumentOut }) {
  const [url, setUrl] = useUrlState('against');
  const versions = useVersions(document.id, document.version_number, 0);
  // A letter has no untailored original.
  const first = document.document_type === 'resume' ? ORIGINAL : '1';
  const against = /^[1-9]\d*$/.test(url.against) ? url.against : first;
  const diff = useDiff(document.id, document.version_number, against);
  const [showsAll, setShowsAll] = useState(false);
  const [showsMoved, setShowsMoved] = useState(false);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const reject = useMutation({
    mutationFn: (rows: Row[]) =>
      store.take((version) => rejectChanges(document.id, version, against, rejectedOf(rows))),
    onSuccess: (_, rows) => announce(t.compare.done(rows.length)),
  });
  const keep = (rows: Row[]) => setKept(new Set([...kept, ...rows.map(nameOf)]));
  const choices = (versions.data?.items ?? [])
    .filter(({ version_number: number }) => number !== document.version_number || String(number) === first)
    .map(({ version_number, note }) => ({
      value: String(version_number),
      label: t.compare.version(version_number, note),
    }));
  return (
    <Card component="section" aria-labelledby="compare">
      <Title order={2} id="compare" mb="xs">
        {t.compare.title}
      </Title>
      <Select
        label={t.compare.against}
        data={[...(first === ORIGINAL ? [{ value: ORIGINAL, label: t.compare.original }] : []), ...choices]}
        value={against}
        allowDeselect={false}
        onChange={(value) => setUrl({ against: value === first ? '' : (value ?? '') })}
        mb="sm"
      />
      <Loaded query={diff}>
        {(compared) => {
          const rows = rowsOf(compared, document.content);
          const real = rows.filter(({ kind }) => kind !== 'unchanged');
          const open = real.filter((row) => !kept.has(nameOf(row)));
          // Most lines of a tailored resume only stand elsewhere; what was written anew must not drown in them.
          const moved = real.filter(({ kind, isField }) => kind === 'moved' && !isField);
          const hidesMoved = !showsMoved && moved.length > 0 && moved.length < real.length;
          const shown = (showsAll ? rows : real).filter((row) => !hidesMoved || !moved.includes(row));
          // What is shown while the next comparison loads is of another version: its places mean nothing there.
          const isBusy = reject.isPending || diff.isPlaceholderData || compared.against !== against;
          return (
            <>
              <Group justify="space-between" mb="sm">
                <Text size="sm" fw={600} role="status">
                  {real.length ? t.compare.summary(real.length) : t.compare.none}
                </Text>
                {open.length > 0 && (
                  <Group gap="xs">
                    <Button size="xs" variant="default" onClick={() => keep(open)}>
                      {t.compare.keepAll}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      loading={reject.isPending}
                      disabled={isBusy}
                      onClick={() => reject.mutate(open)}
                    >
                      {t.compare.backAll}
                    </Button>
                  </Group>
                )}
              </Group>
              <Group gap="xs" mb="sm">
                {moved.length > 0 && moved.length < real.length && (
                  <Checkbox
                    label={t.compare.moved(moved.length)}
                    checked={showsMoved}
                    onChange={(event) => setShowsMoved(event.currentTarget.checked)}
                  />
                )}
                <Checkbox
                  label={t.compare.unchanged}
                  checked={showsAll}
                  onChange={(event) => setShowsAll(event.currentTarget.checked)}
                />
              </Group>
              <ul className={classes.changes}>
                {shown.map((row) => (
                  <Change
                    key={row.key}
                    row={row}
                    isKept={kept.has(nameOf(row))}
                    isBusy={isBusy}
                    onKeep={() => keep([row])}
                    onReject={() => reject.mutate([row])}
                  />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

interface ChangeProps {
  row: Row;
  isKept: boolean;
  isBusy: boolean;
  onKeep: () => void;
  onReject: () => void;
}

function Change({ row, isKept, isBusy, onKeep, onReject }: ChangeProps) {
  const { kind, before, after, where, isField } = row;
  const { tone, icon: Icon } = LOOKS[kind];
  const text = after ?? before ?? '';
  const name = isField ? t.fields.said(where, text) : text;
  return (
    <li className={classes.change}>
      <Tag tone={tone} icon={<Icon size={12} aria-hidden />}>
        {t.compare.kinds[kind]}
      </Tag>
      <Text size="sm" dir="auto" className={classes.changeText}>
        {where && (
          <Text span size="xs" c="dimmed" className={classes.changeWhere}>
            {where}
          </Text>
        )}
        {kind === 'changed' && before !== null && after !== null ? (
          wordDifference(before, after).map((piece, index) =>
            piece.kind === 'same' ? (
              piece.text
            ) : piece.kind === 'added' ? (
              <ins key={index}>{piece.text}</ins>
            ) : (
              <del key={index}>{piece.text}</del>
            ),
          )
        ) : kind === 'removed' ? (
          <del>{text}</del>
        ) : kind === 'added' ? (
          <ins>{text}</ins>
        ) : (
          text
        )}
      </Text>
      {kind !== 'unchanged' &&
        (isKept ? (
          <Tag icon={<IconCheck size={12} aria-hidden />}>{t.compare.kept}</Tag>
        ) : (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t.compare.label(t.compare.keep, name)}
              onClick={onKeep}
            >
              {t.compare.keep}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              disabled={isBusy}
              aria-label={t.compare.label(t.compare.back, name)}
              onClick={onReject}
            >
              {t.compare.back}
            </Button>
          </Group>
        ))}
    </li>
  );
}
