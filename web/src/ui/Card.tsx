import { Box, type BoxProps, type PolymorphicComponentProps } from '@mantine/core';
import classes from './ui.module.css';

/** The one frame for content. */
export function Card<Element extends React.ElementType = 'div'>(
  props: PolymorphicComponentProps<Element, BoxProps>,
) {
  return (
    <Box
      {...(props as PolymorphicComponentProps<'div', BoxProps>)}
      className={`${classes.card} ${props.className ?? ''}`}
    />
  );
}
