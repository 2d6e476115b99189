import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { setTabTitle } from './tabTitle';
import classes from './ui.module.css';

interface PageProps {
  title: string;
  /** Where the page belongs: the way back stands above the title. */
  back?: { to: string; label: string };
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
export function Page({
  title,
  back,
  lead,
  actions,
  isWide = false,
  hidesTitle = false,
  children,
}: PageProps) {
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
        <div className={classes.heading} data-long={isLong(lead) || undefined}>
          {back && (
            <Anchor component={Link} to={back.to} size="sm" className={classes.back}>
              <IconArrowLeft size={14} aria-hidden /> {back.label}
            </Anchor>
          )}
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

/** Whether it is a sentence, which buttons beside it would press into a few words a line. */
const isLong = (lead: ReactNode): boolean => typeof lead === 'string' && lead.length > 30;
