import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, useSpotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconBriefcase,
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
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { client, read } from '../api';
import { t } from '../strings';
import { mainDestinations, notificationsDestination, settingsDestination } from './navigation';
import { openShortcutHelp } from './ShortcutHelp';

const [store, palette] = createSpotlight();

export const openPalette = palette.open;

const PAUSE_MILLISECONDS = 200;
const MOST_JOBS = 6;

/** The saved jobs with these words, and the way to all of them. */
function useFound(words: string): SpotlightActionGroupData[] {
  const navigate = useNavigate();
  const [settled] = useDebouncedValue(words.trim(), PAUSE_MILLISECONDS);
  const jobs = useQuery({
    queryKey: ['jobs', 'palette', settled],
    queryFn: () => read(client.GET('/api/v1/jobs', { params: { query: { q: settled, limit: MOST_JOBS } } })),
    enabled: settled.length > 1,
  });
  if (words.trim().length < 2) return [];
  // The words may stand in the posting alone: as keywords they pass the palette's own filter.
  const found = (jobs.data?.items ?? []).map(({ id, title, company }) => ({
    id,
    label: title || t.palette.untitled,
    description: company ?? undefined,
    keywords: [words],
    leftSection: <IconBriefcase size={18} aria-hidden />,
    onClick: () => void navigate(`/jobs/${id}`),
  }));
  const all = {
    id: 'search-jobs',
    label: t.palette.searchJobs(words.trim()),
    keywords: [words],
    leftSection: <IconSearch size={18} aria-hidden />,
    onClick: () => void navigate(`/jobs?q=${encodeURIComponent(words.trim())}`),
  };
  return [{ group: t.palette.jobs, actions: [...found, all] }];
}

/** The keys between the palette's opening and the moment its field has the focus: none is lost, or a shortcut. */
function useEarlyKeys(
  field: React.RefObject<HTMLInputElement | null>,
  setWords: (words: string) => void,
): void {
  const { opened } = useSpotlight(store);
  useEffect(() => {
    if (!opened || document.activeElement === field.current) return;
    const listening = new AbortController();
    const { signal } = listening;
    let early = '';
    const take = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      early += event.key;
      setWords(early);
    };
    const arrive = (event: FocusEvent) => {
      if (event.target === field.current) listening.abort();
    };
    window.addEventListener('keydown', take, { capture: true, signal });
    window.addEventListener('focusin', arrive, { signal });
    return () => listening.abort();
  }, [opened, field, setWords]);
}

/** Ctrl/Cmd+K: every page, the actions that are worth a name, and the saved jobs. */
export function CommandPalette() {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEarlyKeys(field, setWords);
  const found = useFound(words);
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
      store={store}
      actions={[...actions, ...found]}
      query={words}
      onQueryChange={setWords}
      shortcut={null}
      // Cleared as it opens: who opens it again while it closes is already typing when its end comes.
      clearQueryOnClose={false}
      onSpotlightOpen={() => setWords('')}
      attributes={{ content: { 'aria-label': t.palette.title } }}
      nothingFound={t.palette.nothing}
      highlightQuery
      scrollable
      maxHeight="60vh"
      // The field stays where it is while what is found grows and shrinks.
      centered={false}
      searchProps={{
        ref: field,
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t.palette.placeholder,
        'aria-label': t.palette.placeholder,
      }}
    />
  );
}
