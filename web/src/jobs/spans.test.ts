import { describe, expect, it } from 'vitest';
import { CodePoints, cut } from './spans';

describe('cut', () => {
  it('cuts at the edges of spans', () => {
    expect(cut('use Go and Rust', [{ span: { start: 4, end: 6 }, mark: 'go' }])).toEqual([
      { text: 'use ', marks: [] },
      { text: 'Go', marks: ['go'] },
      { text: ' and Rust', marks: [] },
    ]);
  });

  it('keeps every character where spans overlap', () => {
    const pieces = cut('infrastructure as code', [
      { span: { start: 0, end: 22 }, mark: 'iac' },
      { span: { start: 18, end: 22 }, mark: 'code' },
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('infrastructure as code');
    expect(pieces.at(-1)).toEqual({ text: 'code', marks: ['iac', 'code'] });
  });

  it('counts an emoji as one character, as the service does', () => {
    expect(cut('🚀 Go', [{ span: { start: 2, end: 4 }, mark: 'go' }]).at(-1)).toEqual({
      text: 'Go',
      marks: ['go'],
    });
  });

  it('ignores a span that is empty or outside', () => {
    expect(cut('abc', [{ span: { start: 5, end: 9 }, mark: 'x' }])).toEqual([{ text: 'abc', marks: [] }]);
  });
});

describe('CodePoints', () => {
  it('slices by code points', () => expect(new CodePoints('a👩‍🚀b').slice(0, 2)).toBe('a👩'));
});
