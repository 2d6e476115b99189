import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, memo, useState } from 'react';
import type { DocumentOut } from '../../api';
import { addToItem, newLine, type DraftItem, type DraftSection } from './content';
import classes from './editor.module.css';
import { FieldInput } from './FieldInput';
import { itemKey, shownFields, textOf, type ItemField } from './fields';
import { LineRow } from './LineRow';
import { PageMark } from './PageMark';
import type { EditorStore } from './store';
import { t } from './strings';

interface EntryProps {
  store: EditorStore;
  kind: DraftSection['kind'];
  sectionTitle: string;
  item: DraftItem;
  /** The line that the sources speak of, where it is one of this entry. */
  current: string | null;
  /** What the service said last: with it the verdicts change. */
  saved: DocumentOut;
  onShow: (key: string, isFocused: boolean) => void;
  onDelete: (key: string) => void;
  onFact: ((key: string) => void) | null;
}

/** An entry of a section: its title, place and dates, then its lines. */
export const Entry = memo(function Entry(props: EntryProps) {
  const { store, kind, sectionTitle, item, current, onShow, onDelete, onFact } = props;
  const heading = [item.title, item.organization, item.location].filter(Boolean).join(', ');
  const isShort = kind === 'skills' || kind === 'languages';
  const place = [sectionTitle || t.letter, heading].filter(Boolean).join(', ');
  // What was there at first stays when it is emptied: somebody is about to write something else.
  const [shown] = useState(() => shownFields(kind, item));
  const field = (name: ItemField) => (
    <FieldInput
      key={name}
      store={store}
      name={itemKey(item, name)}
      kind={name}
      label={t.fields.of(t.fields[name], place)}
      text={textOf(item, name)}
      judged={verdictOn(props, name)}
      look={name === 'title' ? 'title' : undefined}
    />
  );
  return (
    <div className={classes.item}>
      <PageMark at={item.key} />
      {shown.length > 0 && (
        <div className={classes.fields}>
          {shown.filter((name) => !DATES.includes(name)).map(field)}
          <div className={classes.dates}>
            {shown.includes('start_date') && field('start_date')}
            {DATES.every((name) => shown.includes(name)) && <span aria-hidden>–</span>}
            {shown.includes('end_date') && field('end_date')}
          </div>
        </div>
      )}
      <div className={isShort ? classes.chips : undefined}>
        {item.sentences.map((line, index) => (
          <Fragment key={line.key}>
            <PageMark at={line.key} />
            <LineRow
              store={store}
              line={line}
              label={t.line(place, index + 1)}
              judged={store.verdictOn(line.key, line.text)}
              proven={store.provenWording(line.key, line.text)}
              isCurrent={line.key === current}
              isShort={isShort}
              onShow={onShow}
              onDelete={onDelete}
              onFact={onFact}
            />
          </Fragment>
        ))}
      </div>
      {item.sentences.length === 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={`${t.actions.addLine}: ${place}`}
          onClick={() => {
            const line = newLine('');
            store.change({
              draft: addToItem(store.getState().draft, item.key, line),
              caret: { key: line.key, at: 0 },
            });
          }}
        >
          {t.actions.addLine}
        </Button>
      )}
    </div>
  );
});

const DATES: ItemField[] = ['start_date', 'end_date'];

/** A letter's date is the day it is sent, which no profile can prove. */
const verdictOn = ({ store, kind, item }: EntryProps, name: ItemField) =>
  store.fieldVerdict(itemKey(item, name), textOf(item, name)) ??
  (kind === 'letter' ? { verdict: 'grounded' as const, reasons: [] } : null);
