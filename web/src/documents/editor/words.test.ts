import { expect, it } from 'vitest';
import { wordDifference, type Piece } from './words';

const show = (pieces: Piece[]): string =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text.trim()}]`))
    .join('')
    .replaceAll(/\s+/g, ' ');

it('names the words that went and those that came', () => {
  expect(show(wordDifference('A release takes 12 minutes now', 'A release takes 5 minutes'))).toBe(
    'A release takes [-12][+5]minutes [-now]',
  );
});

it('gives both sentences back', () => {
  const before = 'Built the order service in Python';
  const after = 'Built, with two others, the service';
  const pieces = wordDifference(before, after);
  const join = (kind: Piece['kind']) =>
    pieces
      .filter((piece) => piece.kind === 'same' || piece.kind === kind)
      .map(({ text }) => text.trim())
      .join(' ');
  expect([join('removed'), join('added')]).toEqual([before, after]);
});

it('has nothing to say about what stayed', () => {
  expect(wordDifference('Same words', 'Same words')).toEqual([{ kind: 'same', text: 'Same words' }]);
  expect(wordDifference('', 'New')).toEqual([{ kind: 'added', text: 'New' }]);
});
