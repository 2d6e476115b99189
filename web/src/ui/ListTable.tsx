import { Checkbox, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../strings';
import { Card } from './Card';
import type { Selection } from './useSelection';
import classes from './ui.module.css';

interface ListTableProps {
  /** The first that is not tight is what the row is about. */
  columns: {
    label: string;
    /** From which width on it is shown; the cells below it say the same with `visibleFrom`. */
    from?: 'sm' | 'md' | 'lg' | 'xl';
    /** As wide as what stands in it: dates, states, buttons; its cells say the same with `data-tight`. */
    isTight?: boolean;
    /** The field the list can be sorted by. */
    sort?: string;
  }[];
  /** How it is sorted: a field, with `-` before it where the last comes first. */
  sorted?: string;
  onSort?: (sort: string) => void;
  /** With it the first column picks rows; each row begins with a `SelectCell`. */
  selection?: Selection;
  /** The rows. */
  children: ReactNode;
}

/** The table of a list page. */
export function ListTable({ columns, sorted = '', onSort, selection, children }: ListTableProps) {
  const main = columns.findIndex(({ isTight }) => !isTight);
  return (
    <Card p={0} className={classes.list}>
      <Table verticalSpacing="sm" highlightOnHover className={classes.listTable}>
        <Table.Thead>
          <Table.Tr>
            {selection && (
              // Not of a fixed width: that column would get all that columns in per cent leave over.
              <Table.Th data-tight pe={0}>
                <Checkbox
                  id={selection.allId}
                  aria-label={t.bulk.selectAll}
                  checked={selection.isAll}
                  indeterminate={selection.count > 0 && !selection.isAll}
                  onChange={selection.toggleAll}
                />
              </Table.Th>
            )}
            {columns.map(({ label, from, isTight, sort }, index) => {
              const isSorted = sort !== undefined && sorted.replace('-', '') === sort;
              const isDescending = sorted.startsWith('-');
              const Arrow = isDescending ? IconArrowDown : IconArrowUp;
              return (
                <Table.Th
                  key={label}
                  visibleFrom={from}
                  data-tight={isTight || undefined}
                  data-main={index === main || undefined}
                  aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
                >
                  {sort && onSort ? (
                    <UnstyledButton
                      className={classes.sort}
                      fz="inherit"
                      fw="inherit"
                      onClick={() => onSort(isSorted && !isDescending ? `-${sort}` : sort)}
                    >
                      {label}
                      {isSorted && <Arrow size={14} aria-hidden />}
                    </UnstyledButton>
                  ) : (
                    label
                  )}
                </Table.Th>
              );
            })}
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
