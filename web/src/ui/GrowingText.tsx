import { Textarea, type TextareaProps } from '@mantine/core';

const CAN_GROW = 'fieldSizing' in document.documentElement.style;

/** A field as high as its text, also after its width has changed, where the browser can tell; else as it is measured once. */
export function GrowingText({ minRows = 1, maxRows, ...others }: TextareaProps) {
  if (!CAN_GROW) return <Textarea autosize minRows={minRows} maxRows={maxRows} {...others} />;
  return (
    <Textarea
      {...others}
      rows={minRows}
      styles={{
        input: {
          fieldSizing: 'content',
          minHeight: rowsHigh(minRows),
          maxHeight: maxRows && rowsHigh(maxRows),
        },
      }}
    />
  );
}

const rowsHigh = (rows: number): string => `calc(${rows}lh + 2 * var(--input-padding-y) + 2px)`;
