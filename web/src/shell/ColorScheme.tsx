import { SegmentedControl, useMantineColorScheme, type SegmentedControlProps } from '@mantine/core';
import { t } from '../strings';

/** Light, dark, or as the system has it; kept in this browser. */
export function ColorScheme(props: Omit<SegmentedControlProps<'light' | 'dark' | 'auto'>, 'data'>) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      {...props}
      aria-label={t.theme.label}
      value={colorScheme}
      onChange={(value) => setColorScheme(value)}
      data={[
        { value: 'light', label: t.theme.light },
        { value: 'dark', label: t.theme.dark },
        { value: 'auto', label: t.theme.auto },
      ]}
    />
  );
}
