import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ui.module.css';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  text: string;
  /** Inside a card: no box of its own, and no more room than it needs. */
  isInCard?: boolean;
  /** One button; a second only where it is the other common way. */
  children?: ReactNode;
}

/** A list has three: never used (why, and one button), no match (clear the filters), all done. */
export function EmptyState({ icon, title, text, isInCard = false, children }: EmptyStateProps) {
  return (
    <div className={classes.empty} data-in-card={isInCard || undefined}>
      <div className={classes.emptyIcon} aria-hidden>
        {icon}
      </div>
      <Title order={isInCard ? 3 : 2}>{title}</Title>
      <Text c="dimmed" maw="34rem" mx={isInCard ? 0 : 'auto'} mt="xs">
        {text}
      </Text>
      {children && (
        <Group justify="center" mt="lg">
          {children}
        </Group>
      )}
    </div>
  );
}
