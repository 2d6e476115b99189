import { Menu } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useMute, usePreferences } from './api';
import { t } from './strings';

/** The entry of a menu that mutes an application, or takes that back. */
export function MuteItem({ applicationId }: { applicationId: string }) {
  const preferences = usePreferences();
  const mute = useMute();
  const isMuted = preferences.data?.muted_application_ids.includes(applicationId) ?? false;
  return (
    <Menu.Item
      leftSection={isMuted ? <IconBell size={16} aria-hidden /> : <IconBellOff size={16} aria-hidden />}
      disabled={!preferences.data}
      onClick={() => mute(applicationId, !isMuted)}
    >
      {isMuted ? t.unmute : t.mute}
    </Menu.Item>
  );
}
