import type { InterviewAnswerOut, InterviewPrepOut, InterviewQuestion } from '../api';

export type Category = InterviewQuestion['category'];

/** The order in which an interview tends to ask. */
export const CATEGORIES: readonly Category[] = ['company', 'behavioral', 'role', 'technical', 'gap'];

const GOOD = 70;

/** Whether an answer can be told like this, as the service counts: good enough, and all of it proven. */
export const isReady = ({ score, feedback }: Pick<InterviewAnswerOut, 'score' | 'feedback'>): boolean =>
  score >= GOOD && feedback.unproven.length === 0;

/** The questions by category, empty ones left out, each with its number in the whole. */
export function byCategory(
  questions: InterviewQuestion[],
): { category: Category; questions: { number: number; question: InterviewQuestion }[] }[] {
  const numbered = inOrder(questions).map((question, index) => ({ number: index + 1, question }));
  return CATEGORIES.map((category) => ({
    category,
    questions: numbered.filter(({ question }) => question.category === category),
  })).filter((group) => group.questions.length > 0);
}

/** All questions in the order they are shown and walked through. */
export function inOrder(questions: InterviewQuestion[]): InterviewQuestion[] {
  return CATEGORIES.flatMap((category) => questions.filter((question) => question.category === category));
}

/** The best score of each answered question. */
export function bestScores(
  answers: Pick<InterviewAnswerOut, 'question_id' | 'score'>[],
): Map<string, number> {
  const best = new Map<string, number>();
  for (const { question_id, score } of answers)
    best.set(question_id, Math.max(score, best.get(question_id) ?? 0));
  return best;
}

/** The questions with an answer that is ready; it need not be the one with the most points. */
export const readyQuestions = (
  answers: Pick<InterviewAnswerOut, 'question_id' | 'score' | 'feedback'>[],
): Set<string> => new Set(answers.filter(isReady).map(({ question_id }) => question_id));

export interface Evidence {
  text: string;
  /** The item of the profile it stands in. */
  itemId: string;
}

/** What names an item rather than tells of it: "Software Engineer, Mercado Verde, Porto" is one thing to read. */
const NAMING = ['title', 'company', 'location', 'degree', 'field_of_study', 'institution'];
/** Dates of their own say nothing; they are in the words of the outline. */
const DATES = ['start_date', 'end_date'];

/** The words of the facts, each once; what names an item stands in one line. Facts that are gone are left out. */
export function evidenceOf(prep: Pick<InterviewPrepOut, 'facts'>, ids: string[]): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const id of new Set(ids)) {
    const text = prep.facts[id];
    const [itemId = '', field = ''] = id.split(':');
    if (!text || DATES.includes(field)) continue;
    const key = NAMING.includes(field) ? itemId : text;
    const before = found.get(key);
    if (!before) found.set(key, { text, itemId });
    else if (key === itemId) before.text += `, ${text}`;
  }
  return [...found.values()];
}

export const countWords = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;
