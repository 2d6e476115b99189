import {
  certificateFields,
  itemFields,
  languageFields,
  type ComponentName,
  type FieldDefinition,
} from '../fields';
import { t as words } from '../strings';
import { stepped, withItems, type Draft, type DraftItem } from './draft';
import { t } from './strings';

/** What is shown as a list of entries; languages and certificates are kept among the skills. */
export type Kind = 'experiences' | 'education' | 'projects' | 'language' | 'certification';

interface KindDefinition {
  component: ComponentName;
  title: string;
  fields: FieldDefinition[];
  /** What a new one is. */
  initial: Record<string, unknown>;
  belongs: (item: DraftItem) => boolean;
}

const list = (component: 'experiences' | 'education' | 'projects', initial = {}): KindDefinition => ({
  component,
  title: words.sections[component],
  fields: itemFields[component],
  initial,
  belongs: () => true,
});

const skill = (category: 'language' | 'certification', fields: FieldDefinition[]): KindDefinition => ({
  component: 'skills',
  title: t.items.titles[category],
  fields,
  initial: { category },
  belongs: (item) => item.category === category,
});

export const kinds: Record<Kind, KindDefinition> = {
  experiences: list('experiences', { achievements: [''] }),
  education: list('education'),
  projects: list('projects'),
  language: skill('language', languageFields),
  certification: skill('certification', certificateFields),
};

/** Moves an item among those of its kind. */
export const withStep = (
  draft: Draft,
  component: ComponentName,
  key: string,
  step: 1 | -1,
  belongs: (item: DraftItem) => boolean,
): Draft =>
  withItems(draft, component, (items) =>
    stepped(
      items,
      items.findIndex((item) => item.key === key),
      step,
      belongs,
    ),
  );
