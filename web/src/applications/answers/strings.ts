import { catalogue, count } from '../../catalogue';

export const t = catalogue({
  title: 'Answers for forms',
  lead: 'What application forms ask again and again: write it once, copy it into each. No document is written from these.',
  never: {
    title: 'No answers yet',
    text: 'Salary, visa, notice period, why this company: keep your words here and copy them into the next form.',
  },
  none: { title: 'No answer matches', text: 'Try fewer words, or clear the search.' },
  found: (number: number) => count(number, 'answer', 'answers'),
  search: 'Search answers',
  searchPlaceholder: 'Words of a question or an answer',
  ideas: 'Start with',
  suggestions: [
    'Why do you want to work here?',
    'What salary do you expect?',
    'Do you need a visa or work permit?',
    'When could you start?',
  ],
  add: 'Add answer',
  newTitle: 'New answer',
  question: 'What the form asks',
  answer: 'Your answer',
  saved: 'Answer saved',
  copy: 'Copy',
  copied: 'Copied',
  copyLabel: (question: string) => `Copy the answer to: ${question}`,
  editLabel: (question: string) => `Edit the answer to: ${question}`,
  deleteLabel: (question: string) => `Delete the answer to: ${question}`,
  deleted: (question: string) => `Deleted: ${question}`,
  words: (words: number, characters: number) =>
    `${count(words, 'word', 'words')}, ${count(characters, 'character', 'characters')}`,
});
