import { describe, expect, it } from 'vitest';
import { nextOf, passwordProblem } from './AuthPage';

describe('nextOf', () => {
  it('goes back to a page of this client', () => expect(nextOf('?next=%2Fjobs%3Fq%3Da')).toBe('/jobs?q=a'));
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'does not leave for %s',
    (next) => expect(nextOf(`?next=${encodeURIComponent(next)}`)).toBe('/dashboard'),
  );
});

describe('passwordProblem', () => {
  it.each(['Correct-Horse-9', 'Äß345678'])('takes %s', (word) => expect(passwordProblem(word)).toBe(''));
  it.each([
    ['Short-1', '8 characters'],
    ['nouppercase1', 'an upper-case letter'],
    ['NOLOWERCASE1', 'a lower-case letter'],
    ['NoDigitsHere', 'a digit'],
    ['short', '8 characters, an upper-case letter, a digit'],
  ])('says what %s lacks', (word, missing) =>
    expect(passwordProblem(word)).toBe(`Still missing: ${missing}`),
  );
});
