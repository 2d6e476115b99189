import { Alert, Button, Text } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { messageOf } from '../../api';
import { t as shared } from '../../strings';
import { time } from '../../ui';
import classes from './editor.module.css';
import type { EditorStore, SaveState } from './store';
import { t } from './strings';

/** Whether what is on the page is saved, and since when. */
export function SaveStatus({ save }: { save: SaveState }) {
  const Icon = save.status === 'saved' ? IconCloudCheck : 'error' in save ? IconCloudOff : IconCloudUp;
  return (
    <Text
      size="sm"
      c="dimmed"
      className={classes.saveStatus}
      data-testid="save-status"
      data-status={save.status}
    >
      <Icon size={16} aria-hidden />
      {wordsOf(save)}
    </Text>
  );
}

function wordsOf(save: SaveState): string {
  if (save.status === 'saved') return save.at ? shared.form.savedAt(time(save.at)) : shared.form.saved;
  return save.status === 'saving' ? shared.form.saving : t.save.changed;
}

/** Why something could not be saved, and where the text is meanwhile. */
export function SaveProblem({ store, save }: { store: EditorStore; save: SaveState }) {
  if (!('error' in save)) return null;
  return (
    <Alert
      color="yellow"
      variant="outline"
      mb="md"
      role="alert"
      icon={<IconCloudOff aria-hidden />}
      title={save.status === 'waiting' ? t.save.waiting : t.save.refused}
    >
      {messageOf(save.error)}
      <Button size="xs" variant="default" mt="sm" display="block" onClick={() => void store.flush()}>
        {t.save.now}
      </Button>
    </Alert>
  );
}
