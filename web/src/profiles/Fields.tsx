import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Bullets } from './Bullets';
import { CareerDateInput } from './CareerDateInput';
import type { FieldDefinition, Item } from './fields';
import { GrowingText } from '../ui';
import { t } from './strings';

interface FieldsProps {
  definitions: FieldDefinition[];
  values: Item;
  onChange: (name: string, value: unknown) => void;
  /** Makes the inputs' ids: `experiences.0` gives `experiences.0.title`. */
  path?: string;
  errors?: Record<string, string>;
  /** What stands beside a label, such as a mark for fields to check. */
  mark?: (path: string) => ReactNode;
}

/** The inputs of one item, or of the profile's own fields. */
export function Fields({ definitions, values, onChange, path = '', errors = {}, mark }: FieldsProps) {
  const wide = (kind: FieldDefinition['kind']) => kind === 'text' || kind === 'lines' || kind === 'bullets';
  const render = ({ name, label, kind, choices }: FieldDefinition) => {
    const id = path ? `${path}.${name}` : name;
    const common = {
      key: name,
      id,
      error: errors[id],
      label: <Labelled text={label} mark={mark?.(id)} />,
    };
    const value = values[name];
    if (kind === 'choice') {
      return (
        <Select
          {...common}
          key={name}
          data={choices}
          value={asText(value) || null}
          allowDeselect={false}
          onChange={(next) => onChange(name, next)}
        />
      );
    }
    if (kind === 'text' || kind === 'lines') {
      const lines = Array.isArray(value) ? value.join('\n') : asText(value);
      const change = (next: string) => onChange(name, kind === 'lines' ? next.split('\n') : next);
      return (
        <GrowingText
          {...common}
          key={name}
          dir="auto"
          minRows={kind === 'lines' ? 2 : 3}
          maxRows={14}
          value={lines}
          onChange={(event) => change(event.currentTarget.value)}
        />
      );
    }
    if (kind === 'bullets') {
      return (
        <Bullets
          {...common}
          key={name}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(next) => onChange(name, next)}
        />
      );
    }
    if (kind === 'date') {
      const isEnd = name === 'end_date';
      return (
        <CareerDateInput
          {...common}
          key={name}
          takesNow={isEnd}
          placeholder={isEnd && values.is_current !== false && values.start_date ? t.dateNow : t.dateHint}
          value={asText(value) || null}
          onChange={(next) => onChange(name, next)}
        />
      );
    }
    return (
      <TextInput
        {...common}
        key={name}
        dir="auto"
        value={asText(value)}
        onChange={(event) => onChange(name, event.currentTarget.value)}
      />
    );
  };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {definitions.filter(({ kind }) => !wide(kind)).map(render)}
      </SimpleGrid>
      <SimpleGrid cols={1} spacing="sm" mt="sm">
        {definitions.filter(({ kind }) => wide(kind)).map(render)}
      </SimpleGrid>
    </>
  );
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function Labelled({ text, mark }: { text: string; mark: ReactNode }) {
  return (
    <>
      {text} {mark}
    </>
  );
}
