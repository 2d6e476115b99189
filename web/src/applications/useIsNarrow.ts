import { useMediaQuery } from '@mantine/hooks';

/** No room for columns side by side: the board shows one stage at a time. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
}
