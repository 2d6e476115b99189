import type { ParsedResumeOut, ProfileIn } from '../../api';
import { cleanedItem, components, contactNames, type ComponentName, type Item, without } from '../fields';

const CERTAIN = 0.75;

/** What the person may still change before it becomes a profile. */
export interface Draft {
  contact: Item;
  items: Record<ComponentName, Item[]>;
  isIncluded: Record<ComponentName, boolean>;
}

export function draftOf(parsed: ParsedResumeOut): Draft {
  return {
    contact: Object.fromEntries(contactNames.map((name) => [name, parsed[name]])),
    items: Object.fromEntries(
      components.map((name) => [name, parsed[name] as unknown as Item[]]),
    ) as Draft['items'],
    isIncluded: { experiences: true, education: true, projects: true, skills: true },
  };
}

/** Which fields were read with little confidence, the least certain first. */
export function uncertainOf(parsed: ParsedResumeOut): string[] {
  return Object.entries(parsed.confidence)
    .filter(([, confidence]) => confidence < CERTAIN)
    .toSorted(([, a], [, b]) => a - b)
    .map(([path]) => path);
}

/** Empty lines and ids of the reading are no part of a profile. */
export function profileOf(draft: Draft, parsed: ParsedResumeOut): ProfileIn {
  const lists = Object.fromEntries(
    components.map((name) => [name, draft.isIncluded[name] ? draft.items[name].map(withoutId) : []]),
  );
  return { ...draft.contact, ...lists, custom_fields: parsed.custom_fields };
}

const withoutId = (item: Item): Item => without(cleanedItem(item), 'id');
