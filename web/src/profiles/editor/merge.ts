import { components, contactNames, type ComponentName, without } from '../fields';
import { kept, same, withField, type Draft, type DraftItem } from './draft';

/** A field that was changed here and elsewhere, each time to something else. */
export interface Conflict {
  component: ComponentName | 'contact' | 'custom';
  /** The item's key; empty for fields of the profile itself. */
  key: string;
  name: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  /** With both sides' changes; where they collide, with mine. */
  draft: Draft;
  conflicts: Conflict[];
}

type Plain = Record<string, unknown>;

/** Merges two changes of `base`, field by field. Whatever somebody wrote is in the draft or among the conflicts. */
export function merged(base: Draft, mine: Draft, theirs: Draft): Merged {
  const conflicts: Conflict[] = [];
  const fields = (
    component: Conflict['component'],
    key: string,
    [was, here, there]: [Plain, Plain, Plain],
    names: Iterable<string>,
  ): Plain => {
    const result: Plain = { ...here };
    for (const name of names) {
      const isMine = !same(was[name], here[name]);
      const isTheirs = !same(was[name], there[name]);
      if (isTheirs && !isMine) {
        if (there[name] === undefined) delete result[name];
        else result[name] = there[name];
      } else if (isTheirs && !same(here[name], there[name]))
        conflicts.push({ component, key, name, mine: here[name], theirs: there[name] });
    }
    return result;
  };
  const customNames = new Set([base, mine, theirs].flatMap(({ custom }) => Object.keys(custom)));
  const draft: Draft = {
    contact: fields('contact', '', [base.contact, mine.contact, theirs.contact], contactNames) as Record<
      string,
      string
    >,
    custom: fields('custom', '', [base.custom, mine.custom, theirs.custom], customNames),
    items: Object.fromEntries(
      components.map((component) => [
        component,
        mergedItems(component, base, mine, theirs, (was, here, there) => {
          const names = new Set([...Object.keys(was), ...Object.keys(here), ...Object.keys(there)]);
          ['key', 'id', 'is_current'].forEach((name) => names.delete(name));
          return fields(component, here.key, [was, here, there], names) as DraftItem;
        }),
      ]),
    ) as Draft['items'],
  };
  return { draft, conflicts };
}

function mergedItems(
  component: ComponentName,
  base: Draft,
  mine: Draft,
  theirs: Draft,
  both: (was: DraftItem, here: DraftItem, there: DraftItem) => DraftItem,
): DraftItem[] {
  const byId = (draft: Draft) =>
    new Map(draft.items[component].filter(({ id }) => id).map((item) => [item.id, item]));
  const [was, here, there] = [byId(base), byId(mine), byId(theirs)];
  const isSame = (one: DraftItem, other: DraftItem) => same(kept(component, one), kept(component, other));
  const content = (item: DraftItem) => ({ ...kept(component, item), id: '' });
  const result: DraftItem[] = [];
  for (const item of mine.items[component]) {
    const [old, now] = [was.get(item.id), there.get(item.id)];
    // Saved, and the answer was lost on its way: the service's new item is this one.
    const twin = item.id
      ? undefined
      : [...there.values()].find(
          ({ id }) => !was.has(id) && !here.has(id) && same(content(there.get(id)!), content(item)),
        );
    if (now) result.push(both(old ?? now, item, now));
    else if (twin) {
      result.push({ ...item, id: twin.id });
      here.set(twin.id, item);
    }
    // Deleted there: only what was not touched here goes.
    else if (!old) result.push(item);
    else if (!isSame(old, item)) result.push({ ...item, id: '' });
  }
  theirs.items[component].forEach((item, index) => {
    const old = was.get(item.id);
    if (here.has(item.id)) return;
    // Deleted here: what was changed there since stays.
    if (!old || !isSame(old, item)) result.splice(Math.min(index, result.length), 0, item);
  });
  const order = (draft: Draft) => draft.items[component].map(({ id }) => id).filter((id) => was.has(id));
  if (!same(order(mine), order(base)) || same(order(theirs), order(base))) return result;
  const place = new Map(theirs.items[component].map(({ id }, index) => [id, index]));
  const isPlaced = ({ id }: DraftItem) => place.has(id);
  const placed = result
    .filter(isPlaced)
    .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .values();
  return result.map((item) => (isPlaced(item) ? (placed.next().value ?? item) : item));
}

export type Side = 'mine' | 'theirs' | 'both';

/** Lists can be joined; of two texts one is chosen. */
export const canJoin = ({ mine, theirs }: Conflict): boolean => Array.isArray(mine) && Array.isArray(theirs);

export function valueOf(conflict: Conflict, side: Side): unknown {
  const { mine, theirs } = conflict;
  if (side === 'both' && Array.isArray(mine) && Array.isArray(theirs))
    return [...(mine as unknown[]), ...(theirs as unknown[]).filter((line) => !mine.includes(line))];
  return side === 'theirs' ? theirs : mine;
}

/** Puts the chosen side into the draft. */
export function resolved(draft: Draft, conflict: Conflict, side: Side): Draft {
  const { component, key, name } = conflict;
  const value = valueOf(conflict, side);
  if (component === 'contact')
    return { ...draft, contact: { ...draft.contact, [name]: typeof value === 'string' ? value : '' } };
  if (component === 'custom') {
    const custom = value === undefined ? without(draft.custom, name) : { ...draft.custom, [name]: value };
    return { ...draft, custom };
  }
  return withField(draft, component, key, name, value);
}
