import type { Content, DocumentOut, Sentence } from '../../api';

const sentence = (text: string): Sentence => ({
  text,
  source_ids: [`f:${text}`],
  origin: 'builtin',
  verdict: 'grounded',
  reasons: [],
  refused: [],
});

/** A resume of two sections with one entry each. */
export function aContent(first: string[], second: string[]): Content {
  const section = (title: string, texts: string[]) => ({
    kind: 'experience' as const,
    title,
    items: [
      {
        item_id: title,
        title,
        organization: '',
        location: '',
        start_date: '2020',
        end_date: null,
        url: '',
        sentences: texts.map(sentence),
      },
    ],
  });
  return {
    document_type: 'resume',
    language: 'en',
    profile_id: 'p',
    profile_version: 1,
    header: { full_name: 'Ines', headline: '', email: '', phone: '', location: '', links: [] },
    recipient: '',
    subject: '',
    unproven_fields: [],
    sections: [section('First', first), section('Second', second)],
  };
}

export const aDocument = (content: Content, version_number = 1): DocumentOut =>
  ({ id: 'd', content, version_number, parameters: {}, template: 'modern' }) as unknown as DocumentOut;
