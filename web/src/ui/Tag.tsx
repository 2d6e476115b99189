import type { ReactNode } from 'react';
import classes from './ui.module.css';

export type Tone = 'neutral' | 'good' | 'bad' | 'warn' | 'info' | 'brand';

/** A state in a word, with its icon: colour alone never carries it. */
export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
