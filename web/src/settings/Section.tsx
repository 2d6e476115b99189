import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../ui';
import { t } from './strings';
import classes from './settings.module.css';

type Titled = {
  [Name in keyof typeof t]: (typeof t)[Name] extends { title: string } ? Name : never;
}[keyof typeof t];

/** One part of the settings, with an address of its own. */
export function Section({ name, children }: { name: Titled; children: ReactNode }) {
  return (
    <Card component="section" aria-labelledby={name}>
      <Title order={2} id={name} mb="sm" className={classes.title}>
        {t[name].title}
      </Title>
      {children}
    </Card>
  );
}
