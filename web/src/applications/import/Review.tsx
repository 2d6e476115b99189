import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { BulkReport, CsvColumn, CsvImportReport } from '../../api';
import { announce, Card, ErrorNotice, Lines, showFailures, showMessage, showUndo, Waiting } from '../../ui';
import { columnsOf, useImport, usePreview, useUndoImport, type Mapping, type Upload } from './api';
import { Columns } from './Columns';
import { RowTable } from './RowTable';
import { t } from './strings';
import classes from '../applications.module.css';

/** What the file would do, and after the import what it did and how to take that back. */
export function Review({ upload }: { upload: Upload }) {
  const [mapping, setMapping] = useState<Mapping>({});
  const [columns, setColumns] = useState<CsvColumn[]>([]);
  const preview = usePreview(upload, mapping);
  const [done, setDone] = useState<CsvImportReport | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const show = (report: CsvImportReport | null) => {
    setDone(report);
    goTo(box.current);
  };
  const undoing = useUndo(() => show(null));
  const importing = useImport(upload, undoing.offer);
  // Kept while another mapping is on its way, so that the one who chooses loses no field.
  const found = preview.data?.columns ?? columnsOf(preview.error);
  if (found && found !== columns) setColumns(found);

  const submit = () => importing.mutate(mapping, { onSuccess: show });
  const isUnclear = preview.isError && Boolean(columnsOf(preview.error)?.length);
  const asked = (
    <>
      {preview.isError && !isUnclear && <ErrorNotice error={preview.error} />}
      {isUnclear && (
        <Alert
          icon={<IconAlertTriangle aria-hidden />}
          color="yellow"
          variant="outline"
          role="alert"
          mb="md"
          title={t.columns.missing}
        />
      )}
      {columns.length > 0 && (
        <Columns
          columns={columns}
          mapping={mapping}
          onChange={(heading, field) => setMapping((current) => ({ ...current, [heading]: field }))}
        />
      )}
      {preview.isPending && (
        <Waiting>
          <Lines />
        </Waiting>
      )}
      {preview.data && (
        <>
          <RowTable title={t.rows.title} report={preview.data} isBusy={preview.isPlaceholderData} />
          <Submit
            report={preview.data}
            isBusy={preview.isPlaceholderData || importing.isPending}
            onSubmit={submit}
          />
        </>
      )}
    </>
  );
  return (
    <div ref={box} tabIndex={-1} className={classes.quiet}>
      {done ? <Done report={done} isUndoing={undoing.isPending} onUndo={() => undoing.run(done)} /> : asked}
    </div>
  );
}

/** What the pressed button was in goes away: the focus goes to what is there instead. */
function goTo(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView();
}

interface SubmitProps {
  report: CsvImportReport;
  isBusy: boolean;
  onSubmit: () => void;
}

function Submit({ report, isBusy, onSubmit }: SubmitProps) {
  const { created, updated, failed } = report;
  const changes = created + updated;
  return (
    <Group justify="flex-end" mt="md">
      {failed > 0 && <Text size="sm">{t.leftOut(failed)}</Text>}
      {changes === 0 ? (
        <Text size="sm">{t.nothing}</Text>
      ) : (
        <Button loading={isBusy} onClick={onSubmit}>
          {t.submit(changes)}
        </Button>
      )}
    </Group>
  );
}

interface DoneProps {
  report: CsvImportReport;
  isUndoing: boolean;
  onUndo: () => void;
}

function Done({ report, isUndoing, onUndo }: DoneProps) {
  const { created, updated, failed } = report;
  return (
    <>
      <Card component="section" mb="md" aria-label={t.rows.done}>
        <Group justify="space-between">
          <div>
            <Text fw={600}>
              <IconCircleCheck size={16} aria-hidden /> {t.imported(created, updated)}
            </Text>
            {failed > 0 && <Text size="sm">{t.leftOut(failed)}</Text>}
            {created > 0 && (
              <Text size="sm" c="dimmed">
                {t.undoText(created, updated)}
              </Text>
            )}
          </div>
          <Group gap="xs">
            {created > 0 && (
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                loading={isUndoing}
                onClick={onUndo}
              >
                {t.undo}
              </Button>
            )}
            <Button component={Link} to="/applications">
              {t.board}
            </Button>
          </Group>
        </Group>
      </Card>
      <RowTable title={t.rows.done} report={report} isBusy={isUndoing} />
    </>
  );
}

function tellUndone({ done, failed }: BulkReport, { rows }: CsvImportReport): void {
  const nameOf = (id: string) => {
    const row = rows.find(({ application_id }) => application_id === id);
    return [row?.title, row?.company].filter(Boolean).join(', ');
  };
  if (failed.length) showFailures(t.notUndone(failed.length), failed, nameOf);
  showMessage(t.undone(done.length));
  announce(t.undone(done.length));
}

/** Takes an import back: from the message, for its 8 seconds, or by the button that stays on the page. */
function useUndo(onUndone: () => void) {
  const undoing = useUndoImport(tellUndone);
  const closeMessage = useRef<(() => void) | null>(null);
  const run = (report: CsvImportReport) => {
    closeMessage.current?.();
    closeMessage.current = null;
    undoing.mutate(report, { onSuccess: onUndone });
  };
  return {
    isPending: undoing.isPending,
    run,
    /** Tells what was imported, with the way back. */
    offer: (report: CsvImportReport) => {
      const message = t.imported(report.created, report.updated);
      announce(message);
      if (!report.created) showMessage(message);
      else closeMessage.current = showUndo(message, { undo: () => run(report) });
    },
  };
}
