const UNITS = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** "3.1 MB", in the browser's language. */
export function size(bytes: number): string {
  const [unit, least] = UNITS.find(([, one]) => bytes >= one) ?? (['byte', 1] as const);
  const amount = { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short' } as const;
  return new Intl.NumberFormat(undefined, { ...amount, maximumFractionDigits: 1 }).format(bytes / least);
}
