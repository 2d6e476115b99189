import { catalogue, count } from '../catalogue';

export const t = catalogue({
  title: 'Documents',
  lead: (total: number) => count(total, 'document', 'documents'),
  types: { resume: 'Resume', cover_letter: 'Cover letter' },
  download: {
    formats: {
      pdf: 'PDF',
      docx: 'DOCX',
      txt: 'Text',
      markdown: 'Markdown',
      html: 'HTML',
      json_resume: 'JSON Resume',
    },
    label: (name: string, format: string) => `Download ${name.toLowerCase()} as ${format}`,
    button: (format: string) => `Download ${format}`,
    readsBack: (format: string) => `${format}: everything reads back`,
    problems: (format: string) => `${format}: this did not read back`,
    done: (file: string) => `${file} downloaded`,
    menu: 'More formats',
    menuShort: 'More',
  },
  search: 'Search documents',
  searchPlaceholder: 'Title, job or company',
  noMatch: { title: 'No document matches', text: 'Try fewer or other words.' },
  none: {
    title: 'No documents yet',
    text: 'Tailored resumes and letters stand here, each with its versions and the facts it rests on.',
    action: 'Choose a job',
  },
  columns: {
    title: 'Document',
    version: 'Version',
    score: 'ATS score',
    pages: 'Pages',
    changed: 'Changed',
    readback: 'Read-back',
  },
  score: (score: number) => `${score} of 100`,
  readsBack: 'complete',
  readsBackNot: 'see document',
});
