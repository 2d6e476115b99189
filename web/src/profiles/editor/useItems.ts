import { client } from '../../api';
import { announce, removeWithUndo, useRemoved } from '../../ui';
import { nameOfItem, type ComponentName } from '../fields';
import { newItem, withItems, type DraftItem } from './draft';
import { withStep } from './kinds';
import { t } from './strings';
import { useEffect, useRef } from 'react';
import type { ProfileDraft } from './useProfileDraft';

const paths = {
  experiences: '/api/v1/profiles/{profile_id}/experiences/{item_id}',
  education: '/api/v1/profiles/{profile_id}/education/{item_id}',
  projects: '/api/v1/profiles/{profile_id}/projects/{item_id}',
  skills: '/api/v1/profiles/{profile_id}/skills/{item_id}',
} as const;

/** What can be done to the entries of one kind: add, move, remove with a way back. */
export function useItems(
  edit: ProfileDraft,
  profileId: string,
  component: ComponentName,
  belongs: (item: DraftItem) => boolean,
) {
  const removed = useRemoved();
  const items = edit.draft.items[component].filter(
    (item) => belongs(item) && !removed.has(item.key) && !removed.has(item.id),
  );
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  return {
    items,
    add: (...values: Record<string, unknown>[]): DraftItem[] => {
      const added = values.map((value) => newItem(value));
      edit.change((draft) => withItems(draft, component, (list) => [...list, ...added]));
      return added;
    },
    move: (item: DraftItem, step: 1 | -1) => {
      const place = items.indexOf(item) + step;
      if (place < 0 || place >= items.length) return;
      edit.change((draft) => withStep(draft, component, item.key, step, belongs));
      announce(t.items.moved(nameOfItem(component, item), place + 1, items.length));
    },
    /** The entry is out of sight at once; the service hears of it when the time to undo is over. */
    remove: ({ key, id, ...item }: DraftItem) =>
      removeWithUndo({
        ids: [key, ...(id ? [id] : [])],
        message: t.items.removed(nameOfItem(component, item)),
        commit: async () => {
          if (isThere.current)
            edit.change((draft) =>
              withItems(draft, component, (list) => list.filter((one) => one.key !== key)),
            );
          else if (id)
            await client.DELETE(paths[component], {
              params: { path: { profile_id: profileId, item_id: id } },
            });
        },
      }),
  };
}

export const focusOn = (selector: string) =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
