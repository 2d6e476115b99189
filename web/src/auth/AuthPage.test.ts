import { describe, expect, it } from 'vitest';
import { followsRules, nextOf } from './AuthPage';

describe('nextOf', () => {
  it('goes back to a page of this client', () => expect(nextOf('?next=%2Fjobs%3Fq%3Da')).toBe('/jobs?q=a'));
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'does not leave for %s',
    (next) => expect(nextOf(`?next=${encodeURIComponent(next)}`)).toBe('/dashboard'),
  );
});

describe('followsRules', () => {
  it.each(['Correct-Horse-9', 'Äß345678'])('takes %s', (word) => expect(followsRules(word)).toBe(true));
  it.each(['Short-1', 'nouppercase1', 'NOLOWERCASE1', 'NoDigitsHere'])('refuses %s', (word) =>
    expect(followsRules(word)).toBe(false),
  );
});
