import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './applications.module.css';

interface MinorButtonProps {
  label: string;
  icon: ReactNode;
  /** Where it leads, or what it does. */
  to?: string;
  onClick?: () => void;
  loading?: boolean;
}

/** A button at the top of a page whose name gives way to its icon on phones. */
export function MinorButton({ label, icon, to, onClick, loading }: MinorButtonProps) {
  const look = { variant: 'default', className: classes.minor, leftSection: icon };
  const name = <span data-label>{label}</span>;
  return to === undefined ? (
    <Button {...look} loading={loading} onClick={onClick}>
      {name}
    </Button>
  ) : (
    <Button {...look} component={Link} to={to}>
      {name}
    </Button>
  );
}
