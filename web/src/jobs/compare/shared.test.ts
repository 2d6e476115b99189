import { expect, it } from 'vitest';
import type { Job } from '../../api';
import { sharedWords } from './shared';

const asking = (words: Record<string, boolean>) =>
  ({
    parsed_keywords: Object.entries(words).map(([keyword, required]) => ({ keyword, required })),
  }) as unknown as Job;

it('tells what both ask for from what one asks for, musts first', () => {
  const found = sharedWords(
    asking({ Go: false, Python: true, SQL: false }),
    asking({ Rust: false, SQL: true, Python: false, Docker: true }),
  );
  expect(found.both).toEqual([
    { keyword: 'Python', isMust: true },
    { keyword: 'SQL', isMust: true },
  ]);
  expect(found.first).toEqual([{ keyword: 'Go', isMust: false }]);
  expect(found.second.map(({ keyword }) => keyword)).toEqual(['Docker', 'Rust']);
});
