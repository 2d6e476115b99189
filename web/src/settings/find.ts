/** All words of a part of a catalogue; what is made of numbers and names at run time is left out. */
export function wordsOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (part && typeof part === 'object') return Object.values(part).map(wordsOf).join(' ');
  return '';
}

/** The parts in which every word of the question begins a word. */
export function found<Name extends string>(question: string, parts: Record<Name, string>): Name[] {
  const asked = question.toLowerCase().split(/\s+/).filter(Boolean);
  return (Object.keys(parts) as Name[]).filter((name) => {
    const words = parts[name].toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return asked.every((start) => words.some((word) => word.startsWith(start)));
  });
}
