export interface JobFilters {
  q?: string;
  status?: 'active' | 'draft' | 'archived' | 'expired';
  sort?: string;
  limit?: number;
  offset?: number;
}

const PAGE = 25;
const NEWEST = '-created_at';
const SORTS = ['title', 'company', 'application_deadline', 'created_at'];

/** What the list asks for at this address: before its code is there, and by it. */
export function filtersOf(
  address: URLSearchParams,
): JobFilters & Required<Pick<JobFilters, 'sort' | 'limit' | 'offset'>> {
  const sort = address.get('sort') ?? '';
  return {
    q: address.get('q') || undefined,
    status: (address.get('status') || undefined) as JobFilters['status'],
    sort: SORTS.includes(sort.replace('-', '')) ? sort : NEWEST,
    limit: PAGE,
    offset: Number(address.get('offset')) || 0,
  };
}
