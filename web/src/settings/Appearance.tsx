import { Switch, Text } from '@mantine/core';
import { setSingleKeys, useSingleKeys } from '../shell/shortcuts';
import { ColorScheme } from '../shell/ColorScheme';
import { t as shared } from '../strings';
import { Section } from './Section';
import { t } from './strings';

export function Appearance() {
  const singleKeys = useSingleKeys();
  return (
    <Section name="appearance">
      <Text size="sm" c="dimmed" mb="sm">
        {t.appearance.text}
      </Text>
      <ColorScheme />
      <Switch
        mt="md"
        label={shared.shortcuts.switchLabel}
        description={shared.shortcuts.switchHint}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Section>
  );
}
