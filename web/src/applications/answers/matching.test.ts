import { expect, it } from 'vitest';
import type { ReusableAnswer } from '../../api';
import { countWords, matching } from './matching';

const items = [
  { question: 'Salary?', answer: 'From 70,000 €' },
  { question: 'Why us?', answer: 'Your café on the Straße' },
] as ReusableAnswer[];
const found = (words: string) => matching(items, words).map(({ question }) => question);

it('finds every word wherever it stands, without accents and case', () => {
  expect(found('CAFE why')).toEqual(['Why us?']);
  expect(found('70,000')).toEqual(['Salary?']);
  expect(found('salary café')).toEqual([]);
  expect(found(' ')).toHaveLength(2);
});

it('counts words as forms do', () => expect(countWords('  one two\nthree ')).toBe(3));
