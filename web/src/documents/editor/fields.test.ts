import { describe, expect, it } from 'vitest';
import { firstDifference, fingerprint, textAtKey, toContent, toDraft } from './content';
import { aContent } from './content.fixture';
import { profilePlaceOf } from './facts';
import { fieldsOf, itemKey, NOW, setField, setLinks, shownFields, verdictsOf } from './fields';

const content = aContent(['One'], ['Two']);
const draft = toDraft(content);
const item = draft.sections[1]!.items[0]!;

describe('fields', () => {
  it('are named by their place in what is saved', () => {
    const linked = setLinks(draft, ['', 'jane.example']);
    expect(fieldsOf(linked).map(({ path, text }) => [path, text])).toEqual([
      ['header/full_name', 'Ines'],
      ['header/links/0', 'jane.example'],
      ['sections/0/title', 'First'],
      ['sections/0/items/0/title', 'First'],
      ['sections/0/items/0/start_date', '2020'],
      ['sections/0/items/0/end_date', NOW],
      ['sections/1/title', 'Second'],
      ['sections/1/items/0/title', 'Second'],
      ['sections/1/items/0/start_date', '2020'],
      ['sections/1/items/0/end_date', NOW],
    ]);
    expect(toContent(linked).header.links).toEqual(['jane.example']);
  });

  it('are changed one at a time; an open end is none', () => {
    const ended = setField(draft, itemKey(item, 'end_date'), '2024-05');
    expect(toContent(ended).sections[1]!.items[0]!.end_date).toBe('2024-05');
    expect(ended.sections[0]).toBe(draft.sections[0]);
    const open = setField(ended, itemKey(item, 'end_date'), NOW);
    expect(toContent(open)).toEqual(content);
    expect(toContent(setField(draft, 'header/email', 'a@b.example')).header.email).toBe('a@b.example');
    expect(setField(draft, `${draft.sections[0]!.key}/title`, 'Work').sections[0]!.title).toBe('Work');
    expect(setField(draft, 'unknown/title', 'x')).toBe(draft);
  });

  it('count as a change, as lines do, and are found again by undo', () => {
    const changed = setField(draft, itemKey(item, 'title'), 'Chief');
    expect(fingerprint(toContent(changed))).not.toBe(fingerprint(content));
    expect(firstDifference(changed, draft)).toEqual({ key: itemKey(item, 'title'), at: 6 });
    expect(textAtKey(changed, itemKey(item, 'title'))).toBe('Chief');
    const named = setField(draft, 'header/phone', '1');
    expect(firstDifference(named, draft)).toEqual({ key: 'header/phone', at: 0 });
  });

  it('carry what the service says of them; what it does not name is proven', () => {
    const reasons = [{ kind: 'date', span: [0, 4], message: 'not so' }];
    const path = 'sections/1/items/0/start_date';
    const said = new Map(
      verdictsOf(draft, {
        ...content,
        unproven_fields: [{ path, verdict: 'ungrounded', reasons }],
      }).map(([field, { verdict }]) => [field.path, verdict]),
    );
    expect([said.get(path), said.get('header/full_name')]).toEqual(['ungrounded', 'grounded']);
  });

  it('show what an entry of the kind usually has, and what is there', () => {
    expect(shownFields('experience', item)).toEqual([
      'title',
      'organization',
      'location',
      'start_date',
      'end_date',
    ]);
    expect(shownFields('custom', item)).toEqual(['title', 'start_date', 'end_date']);
    expect(shownFields('summary', { ...item, title: '', start_date: '', end_date: '' })).toEqual([]);
  });

  it('belong to a part of the profile, in its words', () => {
    const place = (key: string) => profilePlaceOf(draft, key);
    expect(place('header/full_name')).toEqual({ place: 'header', body: { full_name: 'Ines' } });
    expect(place(itemKey(item, 'title'))).toEqual({
      place: 'experiences',
      item_id: 'Second',
      body: { title: 'Second' },
    });
    expect(place(itemKey(item, 'end_date'))).toMatchObject({ body: { end_date: null } });
    expect(place(`${draft.sections[0]!.key}/title`)).toBeNull();
    expect(
      profilePlaceOf(
        setField(draft, itemKey(item, 'start_date'), 'Spring 2019'),
        itemKey(item, 'start_date'),
      ),
    ).toBeNull();
  });
});
