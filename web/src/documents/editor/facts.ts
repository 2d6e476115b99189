import { client, read } from '../../api';
import { announce, showError, showMessage } from '../../ui';
import { lineAt, setLine, type Draft, type DraftItem, type DraftSection } from './content';
import { entryOf, fieldsOf, NOW, type ItemField } from './fields';
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

/** The part of the profile that says what the field says, in the profile's words; `null` where none does alone. */
export function profilePlaceOf(draft: Draft, key: string): ProfileChange | null {
  const field = fieldsOf(draft).find((candidate) => candidate.key === key);
  if (!field) return null;
  const { name, text } = field;
  if (key.startsWith('header/')) return name === 'link' ? null : { place: 'header', body: { [name]: text } };
  const found = entryOf(draft, key);
  const item_id = found?.item.item_id;
  const place = found && PLACES[found.section.kind];
  const own = place && OWN_NAMES[place][name as ItemField];
  if (!item_id || !own) return null;
  const isDate = name === 'start_date' || name === 'end_date';
  if (isDate && text !== NOW && !/^\d{4}(-\d\d){0,2}$/.test(text)) return null;
  return { place, item_id, body: { [own]: text === NOW ? null : text } };
}

type Place = 'experiences' | 'education' | 'projects';
type ProfileChange =
  | { place: 'header'; body: Record<string, string> }
  | { place: Place; item_id: string; body: Record<string, string | null> };

const PLACES: Partial<Record<DraftSection['kind'], Place>> = {
  experience: 'experiences',
  education: 'education',
  projects: 'projects',
};
const DATES = { start_date: 'start_date', end_date: 'end_date' };
/** What the profile calls the fields of a document. A degree's title is made of two of them. */
const OWN_NAMES: Record<Place, Partial<Record<ItemField, string>>> = {
  experiences: { title: 'title', organization: 'company', location: 'location', ...DATES },
  education: { organization: 'institution', ...DATES },
  projects: { title: 'name', url: 'url', ...DATES },
};

/** Has the profile say what the field says, and the document verified by that. */
export async function changeProfile(store: EditorStore, key: string): Promise<void> {
  const { draft, document } = store.getState();
  const change = profilePlaceOf(draft, key);
  if (!change) return;
  const { profile_id } = document.content;
  const { body } = change;
  try {
    if (change.place === 'header')
      await read(client.PATCH('/api/v1/profiles/{profile_id}', { params: { path: { profile_id } }, body }));
    else {
      const params = { path: { profile_id, item_id: change.item_id } };
      await read(client.PATCH(`/api/v1/profiles/{profile_id}/${change.place}/{item_id}`, { params, body }));
    }
    await store.verifyAgain();
    showMessage(t.actions.profileDone);
    announce(t.actions.profileDone);
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
