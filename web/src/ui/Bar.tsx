import { Progress } from '@mantine/core';

/** A figure drawn; the one beside it says the same, so the bar is for the eye alone. */
export function Bar({ value, most }: { value: number; most: number }) {
  return (
    <div aria-hidden>
      <Progress.Root size="lg">
        <Progress.Section value={(value / most) * 100} color="var(--jw-brand)" withAria={false} />
      </Progress.Root>
    </div>
  );
}
