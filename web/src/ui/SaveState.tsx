import { Anchor, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCloudOff, IconPencil } from '@tabler/icons-react';
import { ApiError, messageOf } from '../api/errors';
import { t } from '../strings';
import { time } from './dates';
import type { Autosave } from './useAutosave';

interface SaveStateProps {
  autosave: Autosave;
  isDirty: boolean;
  /** Why a part of the edits waits. */
  held?: string | null;
}

/** Where an editor's text is: saved, on its way, or only in this browser. */
export function SaveState({ autosave, isDirty, held = null }: SaveStateProps) {
  const { error, isSaving, savedAt, retry } = autosave;
  const isOffline = error instanceof ApiError && error.isOffline;
  const [Icon, text] =
    error && isDirty
      ? isOffline
        ? [IconCloudOff, t.autosave.offline]
        : [IconAlertTriangle, t.autosave.failed(messageOf(error))]
      : held
        ? [IconAlertTriangle, held]
        : isSaving
          ? [IconPencil, t.form.saving]
          : isDirty
            ? [IconPencil, t.autosave.waiting]
            : [IconCircleCheck, savedAt ? t.form.savedAt(time(savedAt)) : t.form.saved];
  return (
    <Group gap={6} data-testid="save-state" role={error && isDirty ? 'alert' : undefined}>
      <Icon size={16} aria-hidden />
      <Text size="sm" span>
        {text}
      </Text>
      {Boolean(error) && isDirty && (
        <Anchor component="button" type="button" size="sm" underline="always" onClick={retry}>
          {t.errors.retry}
        </Anchor>
      )}
    </Group>
  );
}
