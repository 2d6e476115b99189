import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { DocumentOut } from '../../api';
import type { Draft } from './content';
import classes from './editor.module.css';
import { FieldInput } from './FieldInput';
import { HEADER_FIELDS, headerKey, linkKey, setLinks, type HeaderField } from './fields';
import type { EditorStore } from './store';
import { t } from './strings';

interface HeaderProps {
  store: EditorStore;
  header: Draft['header'];
  isLetter: boolean;
  /** What the service said last: with it the verdicts change. */
  saved: DocumentOut;
}

/** Who the document is from, as it stands at its top. */
export const Header = memo(function Header({ store, header, isLetter }: HeaderProps) {
  const field = (name: HeaderField) => (
    <FieldInput
      key={name}
      store={store}
      name={headerKey(name)}
      kind={name}
      label={t.fields[name]}
      text={header[name]}
      judged={store.fieldVerdict(headerKey(name), header[name])}
      look={name === 'full_name' ? 'name' : undefined}
    />
  );
  const setAll = (links: string[]) => store.change(setLinks(store.getState().draft, links));
  const contact = HEADER_FIELDS.filter((name) => name !== 'full_name' && name !== 'headline');
  return (
    <div className={classes.header} role="group" aria-label={t.fields.header}>
      {field('full_name')}
      {!isLetter && field('headline')}
      <div className={classes.fields}>
        {contact.map(field)}
        {header.links.map((link, index) => (
          <div key={index} className={classes.link}>
            <FieldInput
              store={store}
              name={linkKey(index)}
              kind="link"
              label={t.fields.linkOf(index + 1)}
              text={link}
              judged={store.fieldVerdict(linkKey(index), link)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              c="dimmed"
              size={24}
              aria-label={t.actions.removeLink(link || t.fields.linkOf(index + 1))}
              onClick={() => setAll(header.links.toSpliced(index, 1))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            const at = header.links.length;
            store.change({
              draft: setLinks(store.getState().draft, [...header.links, '']),
              caret: { key: linkKey(at), at: 0 },
            });
          }}
        >
          {t.actions.addLink}
        </Button>
      </div>
    </div>
  );
});
