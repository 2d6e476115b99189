import { Anchor } from '@mantine/core';
import { Link } from 'react-router';

/** The name of an employer, with the way to all one has of it. */
export function CompanyLink({ name }: { name: string }) {
  return (
    <Anchor
      component={Link}
      to={`/jobs/company?name=${encodeURIComponent(name)}`}
      inherit
      underline="always"
      dir="auto"
    >
      {name}
    </Anchor>
  );
}
