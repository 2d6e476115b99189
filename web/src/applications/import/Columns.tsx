import { Select, Table, Text, Title } from '@mantine/core';
import type { CsvColumn } from '../../api';
import { ListTable } from '../../ui';
import type { Field, Mapping } from './api';
import { t } from './strings';

const w = t.columns;
const UNUSED = 'unused';
const CHOICES = [{ value: UNUSED, label: w.unused }].concat(
  Object.entries(t.fields).map(([value, label]) => ({ value, label })),
);

interface ColumnsProps {
  columns: CsvColumn[];
  /** What the person said; for the rest the service's guess stands. */
  mapping: Mapping;
  onChange: (heading: string, field: Field | null) => void;
}

/** What each column of the file is taken for. */
export function Columns({ columns, mapping, onChange }: ColumnsProps) {
  const fieldOf = ({ heading, name }: CsvColumn) =>
    (Object.hasOwn(mapping, heading) ? mapping[heading] : name) ?? UNUSED;
  const used = columns.map(fieldOf).filter((field) => field !== UNUSED);
  const isTwice = new Set(used).size < used.length;
  return (
    <section aria-labelledby="columns">
      <Title order={2} id="columns" mb={4}>
        {w.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {isTwice ? w.twice : w.text}
      </Text>
      <ListTable columns={[{ label: w.heading }, { label: w.example, from: 'sm' }, { label: w.field }]}>
        {columns.map((column, index) => {
          const { heading, example } = column;
          return (
            <Table.Tr key={index}>
              <Table.Td dir="auto" fw={600}>
                {heading || w.nameless}
              </Table.Td>
              <Table.Td dir="auto" visibleFrom="sm">
                {example}
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={w.fieldOf(heading || w.nameless)}
                  data={CHOICES}
                  value={fieldOf(column)}
                  allowDeselect={false}
                  onChange={(value) => onChange(heading, value === UNUSED ? null : (value as Field))}
                />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </ListTable>
    </section>
  );
}
