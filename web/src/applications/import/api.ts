import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  ApiError,
  client,
  form,
  read,
  type BulkReport,
  type CsvColumn,
  type CsvImportReport,
} from '../../api';
import { jobKeys } from '../../jobs/api';
import { applicationKeys } from '../api';

export type Field = NonNullable<CsvColumn['name']>;
/** What the columns under these headings are; null is nothing. */
export type Mapping = Record<string, Field | null>;

export interface Upload {
  /** Another one for each time a file is chosen, though it be the same. */
  number: number;
  file: File;
}

const send = ({ file }: Upload, mapping: Mapping, dry_run: boolean) =>
  read(
    client.POST('/api/v1/applications/import', {
      params: { query: { dry_run } },
      ...form({ file, mapping: Object.keys(mapping).length ? JSON.stringify(mapping) : null }),
    }),
  );

/** What an import would do; nothing is changed. */
export function usePreview(upload: Upload, mapping: Mapping) {
  return useQuery({
    queryKey: ['import', upload.number, mapping],
    queryFn: () => send(upload, mapping, true),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** The columns of a file whose headings say nothing to the service. */
export function columnsOf(error: unknown): CsvColumn[] | undefined {
  return error instanceof ApiError ? (error.details['columns'] as CsvColumn[] | undefined) : undefined;
}

/** Imports, and tells so wherever one is by then. */
export function useImport(upload: Upload, tell: (report: CsvImportReport) => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (mapping: Mapping) => send(upload, mapping, false),
    onSuccess: (report) => {
      refresh();
      tell(report);
    },
  });
}

/** Deletes what an import created, and tells so wherever one is by then. */
export function useUndoImport(tell: (undone: BulkReport, report: CsvImportReport) => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ rows }: CsvImportReport) => {
      const application_ids = rows
        .filter(({ action }) => action === 'create')
        .flatMap(({ application_id }) => application_id ?? []);
      return read(client.POST('/api/v1/applications/import/undo', { body: { application_ids } }));
    },
    onSuccess: (undone, report) => {
      refresh();
      tell(undone, report);
    },
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [applicationKeys.all, jobKeys.all, ['import']])
      void queries.invalidateQueries({ queryKey });
  };
}
