import { Accordion, Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { careerSpan, Card } from '../../ui';
import { Tool } from '../Bullets';
import { Fields } from '../Fields';
import { nameOfItem } from '../fields';
import { withField, type DraftItem, type Problems } from './draft';
import { kinds, type Kind } from './kinds';
import { t } from './strings';
import { focusOn, useItems } from './useItems';
import type { ProfileDraft } from './useProfileDraft';
import classes from '../profiles.module.css';

interface ItemSectionProps {
  kind: Kind;
  edit: ProfileDraft;
  profileId: string;
  /** The id of the entry that the address asks for. */
  target: string;
}

/** Entries that fold, with their fields; moved by buttons or with Alt and an arrow. */
export function ItemSection({ kind, edit, profileId, target }: ItemSectionProps) {
  const { component, title, fields, initial, belongs } = kinds[kind];
  const { items, add, move, remove } = useItems(edit, profileId, component, belongs);
  const [opened, setOpened] = useState<string[]>(() =>
    items.filter(({ id }) => id === target).map(({ key }) => key),
  );
  const onAdd = () => {
    const [item] = add(initial);
    if (!item) return;
    setOpened((current) => [...current, item.key]);
    focusOn(`[id="${component}.${item.key}.${fields[0]?.name}"]`);
  };
  const onMove = (item: DraftItem, step: 1 | -1, focus: string) => {
    move(item, step);
    focusOn(focus);
  };
  const onKeyDown = (event: KeyboardEvent, item: DraftItem) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    const target = event.target as Element;
    // A statement inside the entry moves by itself.
    if (!event.altKey || !step || target.closest('[data-bullet]')) return;
    event.preventDefault();
    // The list's own arrows would move the focus on.
    event.stopPropagation();
    onMove(item, step, `[id="${target.id}"]`);
  };
  return (
    <Card component="section" aria-labelledby={kind}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id={kind}>
          {title}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onAdd}
        >
          {t.items.add[kind]}
        </Button>
      </Group>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.items.none[kind]}
        </Text>
      )}
      <Accordion multiple order={3} value={opened} onChange={setOpened} chevronPosition="left">
        {items.map((item, index) => {
          const name = nameOfItem(component, item);
          return (
            <Accordion.Item
              key={item.key}
              value={item.key}
              id={item.id || undefined}
              onKeyDownCapture={(event) => onKeyDown(event, item)}
            >
              <div className={classes.itemHead}>
                <Accordion.Control px={4}>
                  <Text fw={600} size="sm" dir="auto" className={classes.name}>
                    {name}
                  </Text>
                  <Text size="sm" c="dimmed" dir="auto">
                    {lineOf(item)}
                  </Text>
                </Accordion.Control>
                <Group gap={0} wrap="nowrap" data-item={item.key}>
                  <Tool
                    name="up"
                    label={t.items.up(name)}
                    isOff={index === 0}
                    onClick={() => onMove(item, -1, `[data-item="${item.key}"] [data-tool=up]`)}
                  />
                  <Tool
                    name="down"
                    label={t.items.down(name)}
                    isOff={index === items.length - 1}
                    onClick={() => onMove(item, 1, `[data-item="${item.key}"] [data-tool=down]`)}
                  />
                  <Tool name="remove" label={t.items.remove(name)} onClick={() => remove(item)} />
                </Group>
              </div>
              <Accordion.Panel>
                <Fields
                  definitions={fields}
                  values={item}
                  path={`${component}.${item.key}`}
                  errors={wordsOf(edit.problems)}
                  onChange={(field, value) =>
                    edit.change((draft) => withField(draft, component, item.key, field, value))
                  }
                />
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
      {items.length > 1 && (
        <Text size="xs" c="dimmed" mt="xs" visibleFrom="sm">
          {t.items.keys}
        </Text>
      )}
    </Card>
  );
}

export const wordsOf = (problems: Problems): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).map(([path, problem]) => [path, t.problems[problem]]));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What stands under an entry's name while it is folded. */
function lineOf(item: DraftItem): string {
  const span = careerSpan(text(item.start_date), text(item.end_date), Boolean(item.is_current));
  const dated = careerSpan(text(item.date_obtained), null);
  return [span || dated, text(item.proficiency), text(item.issuer), text(item.location)]
    .filter(Boolean)
    .join(' · ');
}
