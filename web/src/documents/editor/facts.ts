import { client, read } from '../../api';
import { announce, showError, showMessage } from '../../ui';
import { lineAt, setLine, type DraftItem, type DraftSection } from './content';
import type { EditorStore } from './store';
import { t } from './strings';

/** Which list of the profile takes a line of this item as a fact; `null` where none does. */
export function factPlaceOf(
  section: DraftSection,
  item: DraftItem,
): 'experiences' | 'education' | 'skills' | null {
  if (section.kind === 'skills') return 'skills';
  if (!item.item_id) return null;
  if (section.kind === 'experience') return 'experiences';
  return section.kind === 'education' ? 'education' : null;
}

/** Tells the profile what the line says, and has the line rest on that. */
export async function addFact(store: EditorStore, key: string): Promise<void> {
  const found = lineAt(store.getState().draft, key);
  const place = found && factPlaceOf(found.section, found.item);
  if (!place) return;
  try {
    const source = await tell(
      store.getState().document.content.profile_id,
      place,
      found.item.item_id ?? '',
      found.line.text,
    );
    store.change(setLine(store.getState().draft, key, { source_ids: [source] }));
    await store.flush();
    showMessage(t.actions.factDone);
    announce(t.actions.factDone);
  } catch (error) {
    showError(error);
  }
}

async function tell(
  profile_id: string,
  place: 'experiences' | 'education' | 'skills',
  item_id: string,
  text: string,
): Promise<string> {
  if (place === 'skills') {
    const skill = await read(
      client.POST('/api/v1/profiles/{profile_id}/skills', {
        params: { path: { profile_id } },
        body: { name: text, category: 'technical' },
      }),
    );
    return `${skill.id}:name`;
  }
  const profile = await read(
    client.GET('/api/v1/profiles/{profile_id}', { params: { path: { profile_id } } }),
  );
  const params = { path: { profile_id, item_id } };
  if (place === 'education') {
    const honors = profile.education.find(({ id }) => id === item_id)?.honors ?? [];
    const body = { honors: [...honors, text] };
    await read(client.PATCH('/api/v1/profiles/{profile_id}/education/{item_id}', { params, body }));
    return `${item_id}:honors:${honors.length}`;
  }
  const achievements = profile.experiences.find(({ id }) => id === item_id)?.achievements ?? [];
  const body = { achievements: [...achievements, text] };
  await read(client.PATCH('/api/v1/profiles/{profile_id}/experiences/{item_id}', { params, body }));
  return `${item_id}:achievements:${achievements.length}`;
}
