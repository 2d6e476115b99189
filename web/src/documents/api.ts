import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import {
  client,
  read,
  readFile,
  saveFile,
  type Content,
  type DocumentIn,
  type DocumentOut,
  type ExportIn,
} from '../api';
import { readPageStarts, type PageStart } from './editor/pageStarts';

export const documentKeys = {
  all: ['documents'] as const,
  lists: ['documents', 'list'] as const,
  one: (id: string) => ['documents', id] as const,
  versions: (id: string, version: number, offset: number) =>
    ['documents', id, 'versions', version, offset] as const,
  diff: (id: string, version: number, against: string) =>
    ['documents', id, 'diff', version, against] as const,
  match: (id: string, version: number) => ['documents', id, 'match', version] as const,
  checks: (id: string, version: number) => ['documents', id, 'checks', version] as const,
  page: (view: PageView) => ['documents', 'page', view] as const,
};

export const fetchDocument = (id: string): Promise<DocumentOut> =>
  read(client.GET('/api/v1/documents/{document_id}', { params: { path: { document_id: id } } }));

export const useDocument = (id: string) =>
  useQuery({ queryKey: documentKeys.one(id), queryFn: () => fetchDocument(id) });

/** Changes a document where it is still at `version`; another version is refused with 412. */
export const updateDocument = (id: string, body: DocumentIn, version: number): Promise<DocumentOut> =>
  read(
    client.PUT('/api/v1/documents/{document_id}', {
      params: { path: { document_id: id }, header: { 'if-match': `"${version}"` } },
      body,
    }),
  );

export const VERSIONS_ON_A_PAGE = 50;

export type Format = ExportIn['format'];

/** Renders a file, has it read back, hands it to the browser; the answer says what did not read back. */
export function useDownload(documentId: string, prepare?: () => Promise<void>) {
  return useMutation({
    mutationFn: async (format: Format) => {
      await prepare?.();
      const made = await read(
        client.POST('/api/v1/documents/{document_id}/export', {
          params: { path: { document_id: documentId } },
          body: { format },
        }),
      );
      // Not `download_url`: that may be an address of the file store, and pages fetch from their own origin only.
      const file = await readFile(`/api/v1/documents/${documentId}/download?format=${format}`);
      saveFile(file);
      return { ...made, filename: file.filename };
    },
  });
}

export interface PageView {
  content: Content;
  template: string;
  page_size: 'a4' | 'letter';
  page: number;
}

/** How full the pages are: the last one in percent, each in lines, and with what they begin. */
export interface Fullness {
  pages: number;
  percent: number;
  lines: number[];
  starts: PageStart[];
}

/** A picture of a page as it prints, and how full the pages are. */
export const pagePicture = (view: PageView) => ({
  queryKey: documentKeys.page(view),
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const { blob, headers } = await readFile('/api/v1/documents/preview', {
      method: 'POST',
      signal,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(view),
    });
    const told = (name: string) => Number(headers.get(name)) || 0;
    return {
      blob,
      pages: told('Page-Count') || 1,
      percent: told('Last-Page-Fill'),
      lines: (headers.get('Page-Lines') ?? '').split(',').map(Number),
      starts: readPageStarts(headers.get('Page-Starts') ?? ''),
    };
  },
  staleTime: Infinity,
  // Each pause in the typing makes a picture; the last few are enough.
  gcTime: 20_000,
});

const path = (document_id: string) => ({ path: { document_id } });

/** The versions, newest first, as they were when the document was at `version`. */
export const useVersions = (id: string, version: number, offset: number) =>
  useQuery({
    queryKey: documentKeys.versions(id, version, offset),
    queryFn: () =>
      read(
        client.GET('/api/v1/documents/{document_id}/versions', {
          params: { ...path(id), query: { limit: VERSIONS_ON_A_PAGE, offset } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const restoreVersion = (document_id: string, version_number: number): Promise<DocumentOut> =>
  read(
    client.POST('/api/v1/documents/{document_id}/versions/{version_number}/restore', {
      params: { path: { document_id, version_number } },
    }),
  );

/** What changed, sentence by sentence, from `against` to the document at `version`. */
export const useDiff = (id: string, version: number, against: string) =>
  useQuery({
    queryKey: documentKeys.diff(id, version, against),
    queryFn: () =>
      read(
        client.GET('/api/v1/documents/{document_id}/diff', { params: { ...path(id), query: { against } } }),
      ),
    placeholderData: keepPreviousData,
  });

/** Places in the comparison: of sentences, and of fields. */
export interface Rejected {
  rejected: number[];
  rejected_fields: number[];
}

/** Takes changes back, by their places in the comparison. */
export const rejectChanges = (
  id: string,
  version: number,
  against: string,
  rejected: Rejected,
): Promise<DocumentOut> =>
  read(
    client.POST('/api/v1/documents/{document_id}/diff/reject', {
      params: { ...path(id), header: { 'if-match': `"${version}"` } },
      body: { against, ...rejected },
    }),
  );

/** What the job asks for and where the document shows it. */
export const useDocumentMatch = (id: string, version: number) =>
  useQuery({
    queryKey: documentKeys.match(id, version),
    queryFn: () => read(client.GET('/api/v1/documents/{document_id}/match', { params: path(id) })),
    placeholderData: keepPreviousData,
  });

export const useChecks = (id: string, version: number) =>
  useQuery({
    queryKey: documentKeys.checks(id, version),
    queryFn: () => read(client.GET('/api/v1/documents/{document_id}/checks', { params: path(id) })),
    placeholderData: keepPreviousData,
  });

/** Makes files without handing them out, to see what reads back. */
export function useReadBack(id: string) {
  return useMutation({
    mutationFn: (formats: Format[]) =>
      Promise.all(
        formats.map((format) =>
          read(client.POST('/api/v1/documents/{document_id}/export', { params: path(id), body: { format } })),
        ),
      ),
  });
}
