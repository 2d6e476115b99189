import { Group, Select, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CsvImportReport, RowOutcome } from '../../api';
import { ListTable, Pages, Tag, type Tone } from '../../ui';
import { t } from './strings';
import classes from '../applications.module.css';

const w = t.rows;
const PAGE = 25;
const TONES: Record<RowOutcome['action'], Tone> = {
  create: 'good',
  update: 'info',
  skip: 'neutral',
  error: 'bad',
};
const ACTIONS = Object.keys(TONES) as RowOutcome['action'][];

interface RowTableProps {
  title: string;
  report: CsvImportReport;
  isBusy: boolean;
}

/** Row by row what an import does, and why. */
export function RowTable({ title, report, isBusy }: RowTableProps) {
  const [only, setOnly] = useState<RowOutcome['action'] | null>(null);
  const [offset, setOffset] = useState(0);
  const { rows } = report;
  const number = (action: RowOutcome['action']) => rows.filter((row) => row.action === action).length;
  const shown = only && number(only) ? rows.filter(({ action }) => action === only) : rows;
  const start = offset < shown.length ? offset : 0;
  return (
    <section aria-labelledby="rows" aria-busy={isBusy}>
      <Group justify="space-between" mt="lg" mb="sm">
        <Title order={2} id="rows">
          {title}
        </Title>
        <Select
          aria-label={w.show}
          data={[
            { value: 'all', label: w.all(rows.length) },
            ...ACTIONS.filter(number).map((action) => ({
              value: action,
              label: w.some(t.actions[action], number(action)),
            })),
          ]}
          value={only && number(only) ? only : 'all'}
          allowDeselect={false}
          onChange={(value) => {
            setOnly(value === 'all' ? null : value);
            setOffset(0);
          }}
          w="12rem"
        />
      </Group>
      {rows.length === 0 ? (
        <Text>{w.none}</Text>
      ) : (
        <>
          <ListTable
            columns={[
              { label: w.line, isTight: true },
              { label: w.action, isTight: true },
              { label: w.job },
              { label: w.why, from: 'sm' },
            ]}
          >
            {shown.slice(start, start + PAGE).map(({ line, action, title: job, company, messages }) => (
              <Table.Tr key={line}>
                <Table.Td data-tight>{line}</Table.Td>
                <Table.Td data-tight>
                  <Tag tone={TONES[action]}>{t.actions[action]}</Tag>
                </Table.Td>
                <Table.Td dir="auto" className={classes.words}>
                  {job || company || w.nameless}
                  {job && company && (
                    <Text size="sm" c="dimmed">
                      {company}
                    </Text>
                  )}
                  <Text size="sm" hiddenFrom="sm">
                    {messages.join('; ')}
                  </Text>
                </Table.Td>
                <Table.Td dir="auto" visibleFrom="sm" className={classes.words}>
                  {messages.join('; ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <Pages total={shown.length} limit={PAGE} offset={start} onOffset={setOffset} />
        </>
      )}
    </section>
  );
}
