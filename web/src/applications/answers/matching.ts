import type { ReusableAnswer } from '../../api';

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those that hold every word, in the question or the answer; accents and case do not matter. */
export function matching(items: ReusableAnswer[], words: string): ReusableAnswer[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return items.filter(({ question, answer }) => {
    const text = folded(`${question} ${answer}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** Forms limit words or characters: both are told while one writes. */
export const countWords = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;
