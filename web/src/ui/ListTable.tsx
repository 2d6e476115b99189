import { Checkbox, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../strings';
import { Card } from './Card';
import type { Selection } from './useSelection';
import classes from './ui.module.css';

interface ListTableProps {
  columns: {
    label: string;
    /** From which width on it is shown; the cells below it say the same with `visibleFrom`. */
    from?: 'sm' | 'md';
  }[];
  /** With it the first column picks rows; each row begins with a `SelectCell`. */
  selection?: Selection;
  /** The rows. */
  children: ReactNode;
}

/** The table of a list page. */
export function ListTable({ columns, selection, children }: ListTableProps) {
  return (
    <Card p={0} className={classes.list}>
      <Table verticalSpacing="sm" highlightOnHover className={classes.listTable}>
        <Table.Thead>
          <Table.Tr>
            {selection && (
              <Table.Th w="2.75rem" pe={0}>
                <Checkbox
                  id={selection.allId}
                  aria-label={t.bulk.selectAll}
                  checked={selection.isAll}
                  indeterminate={selection.count > 0 && !selection.isAll}
                  onChange={selection.toggleAll}
                />
              </Table.Th>
            )}
            {columns.map(({ label, from }) => (
              <Table.Th key={label} visibleFrom={from}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Card>
  );
}

/** Picks its row; with Shift all from the one picked before. */
export function SelectCell({ selection, id, name }: { selection: Selection; id: string; name: string }) {
  return (
    <Table.Td pe={0}>
      <Checkbox
        aria-label={t.bulk.select(name)}
        checked={selection.has(id)}
        onChange={({ nativeEvent }) =>
          selection.toggle(id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
        }
      />
    </Table.Td>
  );
}
