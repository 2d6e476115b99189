import type { Content, DiffOut, FieldChange, SentenceChange } from '../../api';
import type { Rejected } from '../api';
import { NOW, shownField } from './fields';
import { t } from './strings';

/** A line of the comparison: a sentence, or what stands outside the sentences. */
export interface Row {
  key: string;
  kind: SentenceChange['kind'];
  before: string | null;
  after: string | null;
  /** Which field and entry it is, or under which heading the sentence stands. */
  where: string;
  place: number;
  isField: boolean;
}

/** The comparison as it is read: fields first, then the sentences. */
export const rowsOf = ({ fields, changes }: DiffOut, content: Content): Row[] => [
  ...fields.map((change, place) => fieldRow(change, place)),
  ...changes.map(({ kind, before, after, after_path }, place) => ({
    key: `line/${place}`,
    kind,
    before,
    after,
    where: headingOf(content, after_path),
    place,
    isField: false,
  })),
];

function fieldRow({ kind, field, entry_name, before, after }: FieldChange, place: number): Row {
  const isWhole = field === 'section' || field === 'entry';
  const shown = (text: string | null) => {
    if (text === null || isWhole) return text;
    return shownField(field, field === 'end_date' && text === PRESENT ? NOW : text);
  };
  return {
    key: `field/${place}`,
    kind,
    before: shown(before),
    after: shown(after),
    where: [t.fields[field], isWhole ? '' : entry_name].filter(Boolean).join(', '),
    place,
    isField: true,
  };
}

/** How the comparison writes an open end. */
const PRESENT = 'present';

function headingOf(content: Content, path: string | null): string {
  const [, s, , i] = path?.split('/') ?? [];
  const section = content.sections[Number(s)];
  const item = section?.items[Number(i)];
  return [section?.title, item?.organization || item?.title].filter(Boolean).join(', ');
}

export const rejectedOf = (rows: Row[]): Rejected => ({
  rejected: rows.filter(({ isField }) => !isField).map(({ place }) => place),
  rejected_fields: rows.filter(({ isField }) => isField).map(({ place }) => place),
});

/** Which change it is, also in a later comparison. */
export const nameOf = ({ kind, before, after, isField, where }: Row): string =>
  JSON.stringify([kind, before, after, isField ? where : '']);
