import { Title } from '@mantine/core';
import { createContext, use, type ReactNode } from 'react';
import { Card } from '../ui';
import { t } from './strings';
import classes from './settings.module.css';

type Titled = {
  [Name in keyof typeof t]: (typeof t)[Name] extends { title: string } ? Name : never;
}[keyof typeof t];

/** The parts that fit what is searched for; the others keep what is typed in them, out of sight. */
export const ShownSections = createContext<readonly string[]>([]);

/** One part of the settings, with an address of its own. */
export function Section({ name, children }: { name: Titled; children: ReactNode }) {
  const isShown = use(ShownSections).includes(name);
  return (
    <Card component="section" aria-labelledby={name} hidden={!isShown}>
      <Title order={2} id={name} mb="sm" className={classes.title}>
        {t[name].title}
      </Title>
      {children}
    </Card>
  );
}
