import { Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { setTabTitle } from './tabTitle';
import classes from './ui.module.css';

interface PageProps {
  title: string;
  /** One line under the title. */
  lead?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Fills the width instead of a readable measure: boards and editors. */
  isWide?: boolean;
  /** The title is for screen readers and the tab only. */
  hidesTitle?: boolean;
  children: ReactNode;
}

/** Every page's frame: its heading, the browser tab's title, the measure. */
export function Page({ title, lead, actions, isWide = false, hidesTitle = false, children }: PageProps) {
  useEffect(() => {
    setTabTitle(title);
  }, [title]);
  return (
    <div className={isWide ? classes.widePage : classes.page}>
      <Group
        justify="space-between"
        align="flex-start"
        mb="lg"
        gap="sm"
        className={hidesTitle ? classes.hidden : undefined}
      >
        <div className={classes.heading}>
          <Title order={1} dir="auto">
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" component="div" mt={4}>
              {lead}
            </Text>
          )}
        </div>
        {actions && (
          <Group gap="xs" className={classes.actions}>
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </div>
  );
}
