import { expect, it } from 'vitest';
import type { InterviewAnswerOut, InterviewQuestion } from '../api';
import { bestScores, byCategory, countWords, evidenceOf, inOrder, readyQuestions } from './practice';

const question = (id: string, category: InterviewQuestion['category']): InterviewQuestion => ({
  id,
  category,
  question: '?',
  why_asked: '',
  difficulty: 'working',
  evidence: [],
  outline: {
    situation: { text: '', fact_ids: [], hint: 'x' },
    task: { text: '', fact_ids: [], hint: 'x' },
    action: { text: '', fact_ids: [], hint: 'x' },
    result: { text: '', fact_ids: [], hint: 'x' },
  },
  prompted_by: { kind: 'common', text: '' },
  keyword: '',
  points: [],
});

it('numbers questions through their categories', () => {
  const all = [question('a', 'gap'), question('b', 'company'), question('c', 'gap')];
  expect(inOrder(all).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(
    byCategory(all).map(({ category, questions }) => [category, questions.map(({ number }) => number)]),
  ).toEqual([
    ['company', [1]],
    ['gap', [2, 3]],
  ]);
});

it('takes the best of all tries', () => {
  const best = bestScores([
    { question_id: 'a', score: 40 },
    { question_id: 'a', score: 80 },
    { question_id: 'a', score: 60 },
  ]);
  expect([best.get('a'), best.get('b')]).toEqual([80, undefined]);
});

it('counts a question as ready by an answer that is good and proven, not by a better one that is not', () => {
  const answer = (question_id: string, score: number, claims = 0) => ({
    question_id,
    score,
    feedback: { unproven: Array.from({ length: claims }) } as InterviewAnswerOut['feedback'],
  });
  const answers = [answer('a', 69), answer('b', 90, 1), answer('c', 70), answer('c', 85, 2)];
  expect([...readyQuestions(answers)]).toEqual(['c']);
});

it('shows each fact once, an item by its name, and no bare date', () => {
  const facts = {
    'i:title': 'Engineer',
    'i:company': 'Lusotrans',
    'i:start_date': '2019-03',
    'i:achievements:0': 'Moved 40 GB',
    'k:name': 'Kafka',
    'l:name': 'Kafka',
  };
  const ids = [
    'i:title',
    'i:company',
    'i:start_date',
    'i:achievements:0',
    'gone:x',
    'k:name',
    'l:name',
    'k:name',
  ];
  expect(evidenceOf({ facts }, ids)).toEqual([
    { text: 'Engineer, Lusotrans', itemId: 'i' },
    { text: 'Moved 40 GB', itemId: 'i' },
    { text: 'Kafka', itemId: 'k' },
  ]);
});

it('counts words', () => {
  expect([countWords(' one  two\nthree '), countWords('  ')]).toEqual([3, 0]);
});
