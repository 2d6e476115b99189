import { client, read, type Application, type DocumentSummaryOut } from '../api';

export type SentField = 'resume_document_id' | 'cover_letter_document_id';

const TYPES: Record<SentField, DocumentSummaryOut['document_type']> = {
  resume_document_id: 'resume',
  cover_letter_document_id: 'cover_letter',
};

/** What is to be asked: the kind of document, and those of the job to choose from, newest first. */
export interface Slot {
  field: SentField;
  documents: DocumentSummaryOut[];
}

/** The kinds of documents of which the application names none though its job has some. */
export async function openSlots(application: Application): Promise<Slot[]> {
  const fields = (Object.keys(TYPES) as SentField[]).filter((field) => !application[field]);
  if (!fields.length) return [];
  const query = { job_id: application.job_id, sort: '-updated_at', limit: 100 };
  const { items } = await read(client.GET('/api/v1/documents', { params: { query } }));
  return fields
    .map((field) => ({
      field,
      documents: items.filter(({ document_type }) => document_type === TYPES[field]),
    }))
    .filter(({ documents }) => documents.length > 0);
}

const of = (application_id: string) => ({ params: { path: { application_id } } });

/** Names the document that was sent; the service freezes its version in the timeline. */
export const keepSent = (id: string, field: SentField, documentId: string) =>
  read(client.PATCH('/api/v1/applications/{application_id}', { ...of(id), body: { [field]: documentId } }));

/** Takes the answers back, with the entries that they left in the timeline. */
export async function forgetSent(id: string, answers: ReadonlyMap<SentField, string>): Promise<void> {
  const body = Object.fromEntries([...answers.keys()].map((field) => [field, null]));
  await read(client.PATCH('/api/v1/applications/{application_id}', { ...of(id), body }));
  const { items } = await read(
    client.GET('/api/v1/applications/{application_id}/timeline', {
      params: { path: { application_id: id }, query: { limit: 100, sort: '-created_at' } },
    }),
  );
  const documents = new Set(answers.values());
  for (const { id: event_id, kind, document_id } of items)
    if (kind === 'document_sent' && document_id && documents.has(document_id))
      await client.DELETE('/api/v1/applications/{application_id}/events/{event_id}', {
        params: { path: { application_id: id, event_id } },
      });
}
