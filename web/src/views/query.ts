/** What of an address is the view: the named filters that are set, in the order of their names. */
export function queryOf(address: URLSearchParams, names: readonly string[]): string {
  const given = names
    .map((name) => [name, address.get(name) ?? ''] as const)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(given.map(([name, value]) => [name, value])).toString();
}
