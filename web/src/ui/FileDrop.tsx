import { Button, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import classes from './ui.module.css';

interface FileDropProps {
  label: string;
  hint: string;
  button: string;
  /** As in `<input accept>`. */
  accept: string;
  isBusy?: boolean;
  onFile: (file: File) => void;
}

/** Takes one file: by its button, or dropped on it. */
export function FileDrop({ label, hint, button, accept, isBusy = false, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !isBusy) onFile(file);
  };
  return (
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={30} stroke={1.5} aria-hidden />
      <Text fw={600} mt="xs" component="label" htmlFor={id} display="block">
        {label}
      </Text>
      <Text size="sm" c="dimmed" mb="md">
        {hint}
      </Text>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        className={classes.hiddenInput}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {button}
      </Button>
    </div>
  );
}
