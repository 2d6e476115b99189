import { ActionIcon, Group, Switch, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Card, Tag } from '../../ui';
import { Fields } from '../Fields';
import { components, contactFields, itemFields, nameOfItem, type ComponentName, type Item } from '../fields';
import { t as words } from '../strings';
import type { Draft } from './draft';
import { t } from './strings';
import classes from './import.module.css';

interface SectionsProps {
  draft: Draft;
  mark: (path: string) => React.ReactNode;
  onChange: (change: (draft: Draft) => Draft) => void;
}

/** What becomes a profile of its own: every field can be mended, a section or an entry left out. */
export function Sections({ draft, mark, onChange }: SectionsProps) {
  const setItems = (component: ComponentName, change: (items: Item[]) => Item[]) =>
    onChange((current) => ({
      ...current,
      items: { ...current.items, [component]: change(current.items[component]) },
    }));
  return (
    <>
      <Card component="section">
        <Title order={3} mb="sm">
          {words.sections.contact}
        </Title>
        <Fields
          definitions={contactFields}
          values={draft.contact}
          mark={mark}
          onChange={(name, value) =>
            onChange((current) => ({ ...current, contact: { ...current.contact, [name]: value } }))
          }
        />
      </Card>
      {components.map((component) => (
        <Section
          key={component}
          component={component}
          items={draft.items[component]}
          isIncluded={draft.isIncluded[component]}
          mark={mark}
          onInclude={(value) =>
            onChange((current) => ({
              ...current,
              isIncluded: { ...current.isIncluded, [component]: value },
            }))
          }
          onChange={(index, name, value) =>
            setItems(component, (items) =>
              items.map((item, at) => (at === index ? { ...item, [name]: value } : item)),
            )
          }
          onLeaveOut={(index) => setItems(component, (items) => items.filter((_, at) => at !== index))}
        />
      ))}
    </>
  );
}

interface SectionProps {
  component: ComponentName;
  items: Item[];
  isIncluded: boolean;
  mark: (path: string) => React.ReactNode;
  onInclude: (value: boolean) => void;
  onChange: (index: number, name: string, value: unknown) => void;
  onLeaveOut: (index: number) => void;
}

function Section({ component, items, isIncluded, mark, onInclude, onChange, onLeaveOut }: SectionProps) {
  const title = words.sections[component];
  return (
    <Card component="section">
      <Group
        justify="space-between"
        align="flex-start"
        wrap="nowrap"
        mb={items.length && isIncluded ? 'sm' : 0}
      >
        <Title order={3}>{`${title} (${items.length})`}</Title>
        {items.length > 0 && (
          <Switch
            label={t.include}
            aria-label={t.includeSection(title)}
            checked={isIncluded}
            onChange={(event) => onInclude(event.currentTarget.checked)}
          />
        )}
      </Group>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.nothing}
        </Text>
      )}
      {isIncluded && component === 'skills' && <Skills items={items} onLeaveOut={onLeaveOut} />}
      {isIncluded &&
        component !== 'skills' &&
        items.map((item, index) => (
          <div key={index} className={classes.item}>
            <Group justify="space-between" mb="xs" wrap="nowrap">
              <Text fw={600} dir="auto">
                {nameOfItem(component, item)}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.remove(nameOfItem(component, item))}
                onClick={() => onLeaveOut(index)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
            <Fields
              definitions={itemFields[component]}
              values={item}
              path={`${component}.${index}`}
              mark={mark}

              onChange={(name, value) => onChange(index, name, value)}
            />
          </div>
        ))}
    </Card>
  );
}

/** Skills are many and short: a name each, to be left out where it is wrong. */
function Skills({ items, onLeaveOut }: { items: Item[]; onLeaveOut: (index: number) => void }) {
  return (
    <Group gap="xs">
      {items.map((item, index) => (
        <Tag key={index}>
          <span dir="auto">{nameOfItem('skills', item)}</span>
          <ActionIcon
            size={24}
            variant="transparent"
            color="gray"
            c="dimmed"
            aria-label={t.remove(nameOfItem('skills', item))}
            onClick={() => onLeaveOut(index)}
          >
            <IconTrash size={13} aria-hidden />
          </ActionIcon>
        </Tag>
      ))}
    </Group>
  );
}
