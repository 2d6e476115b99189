export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** What differs between two sentences, word by word; removed words stand before the added ones. */
export function wordDifference(before: string, after: string): Piece[] {
  const old = before.split(/(?<=\s)/);
  const now = after.split(/(?<=\s)/);
  // longest[i][j]: how many words the rests from i and j have in common.
  const longest = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      longest[i]![j] = isSame(old[i]!, now[j]!)
        ? longest[i + 1]![j + 1]! + 1
        : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && isSame(old[i]!, now[j]!)) {
      // At the end of a sentence a word has no space after it; what follows in the other one needs it.
      add('same', now[j]!.length >= old[i]!.length ? now[j]! : old[i]!);
      i++;
      j++;
    } else if (i < old.length && (j === now.length || longest[i + 1]![j]! >= longest[i]![j + 1]!))
      add('removed', old[i++]!);
    else add('added', now[j++]!);
  }
  return pieces.filter(({ text }) => text !== '');
}

const isSame = (a: string, b: string): boolean => a.trim() === b.trim();
