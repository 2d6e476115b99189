import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconChartBar,
  IconDeviceDesktop,
  IconForms,
  IconKeyboard,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSun,
  IconUpload,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { t } from '../strings';
import { mainDestinations, notificationsDestination, settingsDestination } from './navigation';
import { openShortcutHelp } from './ShortcutHelp';

export const openPalette = (): void => spotlight.open();

/** Ctrl/Cmd+K: every page and the actions that are worth a name. */
export function CommandPalette() {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const actions: SpotlightActionGroupData[] = [
    {
      group: t.palette.actions,
      actions: [
        {
          id: 'add-job',
          label: t.palette.addJob,
          leftSection: <IconPlus size={18} aria-hidden />,
          onClick: () => void navigate('/jobs/new'),
        },
        {
          id: 'import-resume',
          label: t.palette.importResume,
          leftSection: <IconUpload size={18} aria-hidden />,
          onClick: () => void navigate('/profile/import'),
        },
        {
          id: 'answers',
          label: t.palette.answers,
          leftSection: <IconForms size={18} aria-hidden />,
          onClick: () => void navigate('/applications/answers'),
        },
        {
          id: 'statistics',
          label: t.palette.statistics,
          leftSection: <IconChartBar size={18} aria-hidden />,
          onClick: () => void navigate('/applications/statistics'),
        },
        {
          id: 'shortcuts',
          label: t.palette.shortcuts,
          leftSection: <IconKeyboard size={18} aria-hidden />,
          onClick: openShortcutHelp,
        },
        {
          id: 'light',
          label: t.palette.light,
          leftSection: <IconSun size={18} aria-hidden />,
          onClick: () => setColorScheme('light'),
        },
        {
          id: 'dark',
          label: t.palette.dark,
          leftSection: <IconMoon size={18} aria-hidden />,
          onClick: () => setColorScheme('dark'),
        },
        {
          id: 'auto',
          label: t.palette.system,
          leftSection: <IconDeviceDesktop size={18} aria-hidden />,
          onClick: () => setColorScheme('auto'),
        },
      ],
    },
    {
      group: t.palette.go,
      actions: [...mainDestinations, notificationsDestination, settingsDestination].map(
        ({ path, label, Icon }) => ({
          id: path,
          label,
          leftSection: <Icon size={18} aria-hidden />,
          onClick: () => void navigate(path),
        }),
      ),
    },
  ];
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      attributes={{ content: { 'aria-label': t.palette.title } }}
      nothingFound={t.palette.nothing}
      highlightQuery
      scrollable
      maxHeight="60vh"
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t.palette.placeholder,
        'aria-label': t.palette.placeholder,
      }}
    />
  );
}
