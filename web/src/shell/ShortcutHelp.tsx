import { Divider, Group, Kbd, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { createStore, useStore } from '@mantine/store';
import { t } from '../strings';
import { setSingleKeys, useShortcutList, useSingleKeys, type Shortcut } from './shortcuts';

const isOpen = createStore({ opened: false });

export const openShortcutHelp = (): void => isOpen.setState({ opened: true });

/** `?`: exactly the keys that work on this page. */
export function ShortcutHelp() {
  const { opened } = useStore(isOpen);
  const shortcuts = useShortcutList();
  const singleKeys = useSingleKeys();
  const local = shortcuts.filter(({ isLocal }) => isLocal);
  return (
    <Modal
      opened={opened}
      onClose={() => isOpen.setState({ opened: false })}
      title={t.shortcuts.title}
      closeButtonProps={{ 'aria-label': t.form.close }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t.shortcuts.intro}
      </Text>
      {local.length > 0 && <Keys title={t.shortcuts.here} shortcuts={local} />}
      <Keys title={t.shortcuts.everywhere} shortcuts={shortcuts.filter(({ isLocal }) => !isLocal)} />
      <Divider my="md" />
      <Switch
        label={t.shortcuts.switchLabel}
        description={t.shortcuts.switchHint}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}

function Keys({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <Title order={3} size="sm" mb="xs">
        {title}
      </Title>
      <Stack component="dl" gap={6} m={0} mb="md">
        {shortcuts.map(({ keys, label }) => (
          <Group key={keys + label} justify="space-between" wrap="nowrap">
            <Text component="dt" size="sm">
              {label}
            </Text>
            <Text component="dd" m={0} size="sm" style={{ whiteSpace: 'nowrap' }}>
              {keys.split(' ').map((key, index) => (
                <span key={key}>
                  {index > 0 && ` ${t.shortcuts.then} `}
                  <Kbd>{key.replace('mod+', 'Ctrl/⌘ ').replace('shift+', '⇧ ')}</Kbd>
                </span>
              ))}
            </Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
