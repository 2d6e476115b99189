import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { careerDate } from '../ui';
import { meansNow, parsedCareerDate } from './careerDates';
import { t } from './strings';

interface CareerDateInputProps {
  id: string;
  label: ReactNode;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  readOnly?: boolean;
  placeholder?: string;
  /** Whether "now" can be written, which is an empty end. */
  takesNow?: boolean;
}

/** Takes a date as people write it, and keeps the precision it is given with. */
export function CareerDateInput({
  value,
  onChange,
  error,
  takesNow = false,
  placeholder = t.dateHint,
  ...rest
}: CareerDateInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(false);
  const read = (text: string): string | null | undefined =>
    !text.trim() || (takesNow && meansNow(text)) ? null : (parsedCareerDate(text) ?? undefined);
  const isWrong = typed !== null && !isTyping && read(typed) === undefined;
  return (
    <TextInput
      {...rest}
      placeholder={placeholder}
      value={typed ?? careerDate(value)}
      error={isWrong ? t.dateWrong : error}
      onFocus={() => setTyping(true)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const date = read(text);
        if (date !== undefined) onChange(date);
      }}
      onBlur={() => {
        setTyping(false);
        // What cannot be read stays as it was typed.
        if (typed !== null && read(typed) !== undefined) setTyped(null);
      }}
    />
  );
}
