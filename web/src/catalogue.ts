/**
 * Every word that people read stands in a catalogue: this file's function marks one. With the pseudo-locale on
 * (`localStorage['jobwise-pseudo'] = '1'`), each string comes out accented and a third longer, which shows at a glance
 * what was forgotten and what gets cut off.
 */
const ACCENTS: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ö',
  U: 'Ü',
  n: 'ñ',
};

export function pseudo(text: string): string {
  const accented = text.replace(/[aeiounAEIOU]/g, (letter) => ACCENTS[letter] ?? letter);
  return `[${accented}${'·'.repeat(Math.ceil(text.length / 3))}]`;
}

function pseudoed(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') {
    return (...args: unknown[]) => pseudoed((value as (...args: unknown[]) => unknown)(...args));
  }
  if (value && typeof value === 'object' && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, pseudoed(child)]));
  }
  if (Array.isArray(value)) return value.map(pseudoed);
  return value;
}

function wantsPseudo(): boolean {
  try {
    return localStorage.getItem('jobwise-pseudo') === '1';
  } catch {
    return false;
  }
}

export function catalogue<Strings extends object>(strings: Strings): Strings {
  return wantsPseudo() ? (pseudoed(strings) as Strings) : strings;
}

/** "1 job", "2 jobs". */
export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}
