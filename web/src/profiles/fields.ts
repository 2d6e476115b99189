import type { Education, Experience, Profile, Project, Skill } from '../api';
import { t } from './strings';

/** The parts of a profile that are lists, and what stands in an item of each. */
export const components = ['experiences', 'education', 'projects', 'skills'] as const;
export type ComponentName = (typeof components)[number];
export type ItemOf = { experiences: Experience; education: Education; projects: Project; skills: Skill };
export type Item = Record<string, unknown>;

export interface FieldDefinition {
  name: string;
  label: string;
  /** A line, text of several lines, a list with an entry on each line, one with a field for each, or a career date. */
  kind: 'line' | 'text' | 'lines' | 'bullets' | 'date' | 'choice';
  choices?: { value: string; label: string }[];
}

const f = t.fields;
const dates: FieldDefinition[] = [
  { name: 'start_date', label: f.start_date, kind: 'date' },
  { name: 'end_date', label: f.end_date, kind: 'date' },
];

export const itemFields: Record<ComponentName, FieldDefinition[]> = {
  experiences: [
    { name: 'title', label: f.title, kind: 'line' },
    { name: 'company', label: f.company, kind: 'line' },
    ...dates,
    { name: 'location', label: f.location, kind: 'line' },
    { name: 'description', label: f.description, kind: 'text' },
    { name: 'achievements', label: f.achievements, kind: 'bullets' },
  ],
  education: [
    { name: 'institution', label: f.institution, kind: 'line' },
    { name: 'degree', label: f.degree, kind: 'line' },
    { name: 'field_of_study', label: f.field_of_study, kind: 'line' },
    { name: 'gpa', label: f.gpa, kind: 'line' },
    ...dates,
    { name: 'honors', label: f.honors, kind: 'lines' },
  ],
  projects: [
    { name: 'name', label: f.name, kind: 'line' },
    { name: 'url', label: f.url, kind: 'line' },
    ...dates,
    { name: 'description', label: f.description, kind: 'text' },
    { name: 'technologies', label: f.technologies, kind: 'lines' },
  ],
  skills: [
    { name: 'name', label: f.name, kind: 'line' },
    {
      name: 'category',
      label: f.category,
      kind: 'choice',
      choices: Object.entries(t.skillCategories).map(([value, label]) => ({ value, label })),
    },
    { name: 'proficiency', label: f.proficiency, kind: 'line' },
  ],
};

export const contactFields: FieldDefinition[] = [
  { name: 'full_name', label: f.full_name, kind: 'line' },
  { name: 'headline', label: f.headline, kind: 'line' },
  { name: 'email', label: f.email, kind: 'line' },
  { name: 'phone', label: f.phone, kind: 'line' },
  { name: 'location', label: f.location, kind: 'line' },
  { name: 'linkedin', label: f.linkedin, kind: 'line' },
  { name: 'github', label: f.github, kind: 'line' },
  { name: 'website', label: f.website, kind: 'line' },
  { name: 'professional_summary', label: f.professional_summary, kind: 'text' },
];

export const contactNames = [
  'full_name',
  'headline',
  'email',
  'phone',
  'location',
  'linkedin',
  'github',
  'website',
  'professional_summary',
] as const satisfies (keyof Profile)[];

export const languageFields: FieldDefinition[] = [
  { name: 'name', label: f.language, kind: 'line' },
  { name: 'proficiency', label: f.proficiency, kind: 'line' },
];

export const certificateFields: FieldDefinition[] = [
  { name: 'name', label: f.certificate, kind: 'line' },
  { name: 'issuer', label: f.issuer, kind: 'line' },
  { name: 'date_obtained', label: f.date_obtained, kind: 'date' },
  { name: 'credential_id', label: f.credential_id, kind: 'line' },
];

/** Given by the service alone. */
const DERIVED = ['is_current'];

export const without = (record: Item, ...names: string[]): Item =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** An item as the service takes it: no empty entries in its lists. */
export function cleanedItem(item: Item): Item {
  return Object.fromEntries(
    Object.entries(without(item, ...DERIVED)).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((line) => String(line).trim()).filter(Boolean) : value,
    ]),
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What an item is called: "Backend Engineer, Fjord Pay". */
export function nameOfItem(component: ComponentName, item: Item): string {
  const names: Record<ComponentName, unknown[]> = {
    experiences: [item.title, item.company],
    education: [[item.degree, item.field_of_study].map(text).filter(Boolean).join(' '), item.institution],
    projects: [item.name],
    skills: [item.name],
  };
  return names[component].map(text).filter(Boolean).join(', ') || t.unnamed;
}

/** A profile as it is, or as it was in one of its versions. */
export type Facts = Pick<Profile, 'id' | ComponentName>;

export interface Fact {
  text: string;
  /** Where in the profile: the item's name, or the field's where it belongs to no item. */
  where: string;
  component: ComponentName | 'profile';
  itemId: string;
}

/** Finds a fact id, `<item id>:<field>[:<index>]`, in the profile it was taken from. */
export function factOf(profile: Facts, id: string): Fact | null {
  const [itemId = '', field = '', index] = id.split(':');
  if (itemId === profile.id) {
    const value = text((profile as unknown as Item)[field]);
    return value
      ? {
          text: value,
          where: t.fields[field as keyof typeof t.fields] ?? field,
          component: 'profile',
          itemId,
        }
      : null;
  }
  for (const component of components) {
    const item = profile[component].find((candidate) => candidate.id === itemId) as Item | undefined;
    if (!item) continue;
    const value = item[field];
    const found = Array.isArray(value) ? text(value[Number(index ?? 0)]) : text(value);
    // An item that is no more than its name stands under the name of its list.
    const name = nameOfItem(component, item);
    const where = name === found ? t.sections[component] : name;
    return found ? { text: found, where, component, itemId } : null;
  }
  return null;
}

/** `test_scores` → "Test Scores"; what somebody wrote as a name stays as it is. */
export function nameOfCustom(key: string): string {
  const known = Object.entries(t.custom).find(([name]) => name === key);
  if (known) return known[1];
  if (!/^\p{Ll}[\p{Ll}\p{N}_]*$/u.test(key)) return key;
  return key
    .split('_')
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
