import { Fragment } from 'react';

/** Facts in a line, each in its own direction: one of another script does not turn the order of the rest around. */
export function Facts({ of }: { of: readonly (string | false | null | undefined)[] }) {
  return of.filter(Boolean).map((fact, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      <bdi>{fact}</bdi>
    </Fragment>
  ));
}
