import { Button, Group, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Card } from '../../ui';
import { Tool } from '../Bullets';
import { Fields } from '../Fields';
import { itemFields, nameOfItem } from '../fields';
import { DeniedSkills } from './DeniedSkills';
import { withField, type DraftItem } from './draft';
import { wordsOf } from './ItemSection';
import { t } from './strings';
import { focusOn, useItems } from './useItems';
import type { ProfileDraft } from './useProfileDraft';
import classes from '../profiles.module.css';

const KINDS = ['technical', 'soft'] as const;
type SkillKind = (typeof KINDS)[number];

interface SkillsProps {
  edit: ProfileDraft;
  profileId: string;
  target: string;
}

/** Skills are many and short: chips to press, and one box to add several. */
export function Skills({ edit, profileId, target }: SkillsProps) {
  return (
    <Card component="section" aria-labelledby="skills">
      <Title order={2} id="skills" tabIndex={-1}>
        {t.items.titles.skills}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t.skills.edit}
      </Text>
      {KINDS.map((kind) => (
        <SkillList key={kind} kind={kind} edit={edit} profileId={profileId} target={target} />
      ))}
      <DeniedSkills profileId={profileId} version={edit.version} />
    </Card>
  );
}

function SkillList({ kind, edit, profileId, target }: SkillsProps & { kind: SkillKind }) {
  const { items, add, move, remove } = useItems(
    edit,
    profileId,
    'skills',
    (item) => (item.category ?? 'technical') === kind,
  );
  const [openKey, setOpenKey] = useState(() => items.find(({ id }) => id === target)?.key ?? '');
  const open = items.find(({ key }) => key === openKey);
  const index = open ? items.indexOf(open) : -1;
  const onMove = (item: DraftItem, step: 1 | -1, tool: string) => {
    move(item, step);
    focusOn(`[data-skill="${item.key}"] [data-tool=${tool}]`);
  };
  return (
    <section aria-label={t.skills.kinds[kind]}>
      <Title order={3} size="sm" mt="sm" mb={6}>
        {t.skills.kinds[kind]}
      </Title>
      {items.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t.skills.none}
        </Text>
      )}
      <ul className={classes.chips}>
        {items.map((item) => (
          <li key={item.key} id={item.id || undefined}>
            <UnstyledButton
              className={classes.chip}
              aria-expanded={item === open}
              data-chip={item.key}
              dir="auto"
              onClick={() => setOpenKey(item === open ? '' : item.key)}
            >
              {[nameOfItem('skills', item), item.proficiency].filter(Boolean).join(' · ')}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {open && (
        <div className={classes.one} data-skill={open.key}>
          <Fields
            definitions={itemFields.skills}
            values={open}
            path={`skills.${open.key}`}
            errors={wordsOf(edit.problems)}
            onChange={(field, value) =>
              edit.change((draft) => withField(draft, 'skills', open.key, field, value))
            }
          />
          <Group justify="space-between" mt="xs">
            <Group gap={0}>
              <Tool
                name="up"
                label={t.items.up(nameOfItem('skills', open))}
                isOff={index === 0}
                onClick={() => onMove(open, -1, 'up')}
              />
              <Tool
                name="down"
                label={t.items.down(nameOfItem('skills', open))}
                isOff={index === items.length - 1}
                onClick={() => onMove(open, 1, 'down')}
              />
              <Tool
                name="remove"
                label={t.items.remove(nameOfItem('skills', open))}
                onClick={() => {
                  remove(open);
                  focusOn(`#add-${kind}`);
                }}
              />
            </Group>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setOpenKey('');
                focusOn(`[data-chip="${open.key}"]`);
              }}
            >
              {t.skills.done}
            </Button>
          </Group>
        </div>
      )}
      <AddSkills kind={kind} known={edit.draft.items.skills} onAdd={(names) => add(...names)} />
    </section>
  );
}

interface AddSkillsProps {
  kind: SkillKind;
  known: DraftItem[];
  onAdd: (values: { name: string; category: SkillKind }[]) => void;
}

function AddSkills({ kind, known, onAdd }: AddSkillsProps) {
  const [text, setText] = useState('');
  const [isDoubled, setDoubled] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const taken = new Set(known.map(({ name }) => String(name).toLocaleLowerCase()));
    const names = text
      .split(/[,;\n]/)
      .map((name) => name.trim())
      .filter((name) => {
        const isNew = name && !taken.has(name.toLocaleLowerCase());
        taken.add(name.toLocaleLowerCase());
        return isNew;
      });
    setDoubled(Boolean(text.trim()) && !names.length);
    if (!names.length) return;
    onAdd(names.map((name) => ({ name, category: kind })));
    setText('');
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          id={`add-${kind}`}
          flex="1 1 12rem"
          size="xs"
          label={`${t.skills.add}: ${t.skills.kinds[kind]}`}
          description={t.skills.addHint}
          error={isDoubled && t.skills.doubled}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setDoubled(false);
          }}
        />
        <Button type="submit" size="xs" variant="default">
          {t.skills.addButton}
        </Button>
      </Group>
    </form>
  );
}
