import type { Span } from '../api';

/** The API counts characters as Unicode does, JavaScript by halves of some: this converts the one into the other. */
export class CodePoints {
  private readonly starts: number[] | null;

  constructor(private readonly text: string) {
    // Where no character is outside the basic plane, both counts agree.
    this.starts = /[\ud800-\udbff]/.test(text) ? [...startsOf(text)] : null;
  }

  offset(index: number): number {
    return this.starts ? (this.starts[index] ?? this.text.length) : Math.min(index, this.text.length);
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.offset(start), this.offset(end));
  }
}

function* startsOf(text: string): Generator<number> {
  let at = 0;
  for (const character of text) {
    yield at;
    at += character.length;
  }
}

export interface Marked<Mark> {
  text: string;
  marks: Mark[];
}

/** Cuts a text at the edges of spans; each piece knows what marks it. Spans may overlap. */
export function cut<Mark>(
  text: string,
  spans: { span: Pick<Span, 'start' | 'end'>; mark: Mark }[],
): Marked<Mark>[] {
  const points = new CodePoints(text);
  const placed = spans
    .map(({ span, mark }) => ({ start: points.offset(span.start), end: points.offset(span.end), mark }))
    .filter(({ start, end }) => start < end);
  const edges = [...new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      marks: placed.filter((item) => item.start <= start && item.end >= end).map(({ mark }) => mark),
    };
  });
}
