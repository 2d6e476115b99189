import { describe, expect, it } from 'vitest';
import { addAfter, linesOf, toDraft } from './content';
import { aContent } from './content.fixture';
import { linesOver, marksOf, readPageStarts } from './pageStarts';

describe('page starts', () => {
  it('are read from the header, each with its page', () => {
    expect(readPageStarts('sections/1, ?0, sections/2/items/0/sentences/4;within')).toEqual([
      { page: 2, path: 'sections/1', isWithin: false },
      { page: 4, path: 'sections/2/items/0/sentences/4', isWithin: true },
    ]);
    expect(readPageStarts('')).toEqual([]);
  });

  it('stand at the section, entry or line of the draft that was sent, past lines without a word', () => {
    const first = toDraft(aContent(['One', 'Two'], ['Three']));
    const draft = addAfter(first, linesOf(first)[0]!.key).draft;
    const [, second] = draft.sections;
    const marks = marksOf(
      draft,
      readPageStarts(
        'sections/0/items/0/sentences/1, sections/1, sections/1/items/0, sections/1/items/0/sentences/0;within',
      ),
    );
    expect([...marks]).toEqual([
      [linesOf(draft)[1]!.key, [{ page: 2, where: 'here' }]],
      [second!.key, [{ page: 3, where: 'here' }]],
      [second!.items[0]!.key, [{ page: 4, where: 'here' }]],
      [linesOf(draft)[2]!.key, [{ page: 5, where: 'sentence' }]],
    ]);
  });

  it('make two marks where one sentence fills a page, and none where the place is not in the draft', () => {
    const draft = toDraft(aContent(['One'], []));
    const path = 'sections/0/items/0/sentences/0';
    const marks = marksOf(
      draft,
      readPageStarts(
        `${path};within, ${path};within, sections/0/items/0;within, header, sections/9, sections/1/items/0/sentences/7`,
      ),
    );
    expect([...marks.values()]).toEqual([
      [
        { page: 2, where: 'sentence' },
        { page: 3, where: 'sentence' },
      ],
      [{ page: 4, where: 'entry' }],
    ]);
  });
});

it('counts the lines beyond the pages that were asked for', () => {
  expect([linesOver([50, 48, 7], 1), linesOver([50, 48, 7], 2), linesOver([50], 1)]).toEqual([55, 7, 0]);
});
