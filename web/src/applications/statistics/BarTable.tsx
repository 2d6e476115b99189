import { Table } from '@mantine/core';
import { Bar } from '../../ui';
import classes from './statistics.module.css';

export interface BarRow {
  key: string;
  name: string;
  /** The figures as they are read. */
  figures: string[];
  /** What the bar is as long as. */
  value: number;
}

/** Figures in a table, each row with its bar: what is drawn can be read, and the other way round. */
export function BarTable({ head, rows }: { head: readonly string[]; rows: BarRow[] }) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <Table horizontalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          {head.map((label, index) => (
            <Table.Th key={label} ta={index ? 'right' : undefined}>
              {label}
            </Table.Th>
          ))}
          <Table.Td visibleFrom="xs" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, figures, value }) => (
          <Table.Tr key={key}>
            <Table.Td dir="auto" className={classes.name}>
              {name}
            </Table.Td>
            {figures.map((figure, index) => (
              <Table.Td key={index} ta="right" className={classes.figure}>
                {figure}
              </Table.Td>
            ))}
            <Table.Td w="28%" visibleFrom="xs">
              <Bar value={value} most={most} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
