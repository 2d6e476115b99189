import type { Job } from '../../api';

export interface Asked {
  keyword: string;
  isMust: boolean;
}

type Asking = Pick<Job, 'parsed_keywords'>;

const byWeight = (one: Asked, other: Asked) => Number(other.isMust) - Number(one.isMust);

/** What two postings ask for: both, and each alone; what is a must comes first, and a must of either counts for both. */
export function sharedWords(one: Asking, other: Asking): { both: Asked[]; first: Asked[]; second: Asked[] } {
  const [mine, theirs] = [one, other].map(
    ({ parsed_keywords }) => new Map(parsed_keywords.map(({ keyword, required }) => [keyword, required])),
  ) as [Map<string, boolean>, Map<string, boolean>];
  const asked = ([keyword, isMust]: [string, boolean]): Asked => ({ keyword, isMust });
  const alone = (own: Map<string, boolean>, others: Map<string, boolean>) =>
    [...own]
      .filter(([keyword]) => !others.has(keyword))
      .map(asked)
      .toSorted(byWeight);
  return {
    both: [...mine]
      .filter(([keyword]) => theirs.has(keyword))
      .map(([keyword, isMust]) => ({ keyword, isMust: isMust || theirs.get(keyword) === true }))
      .toSorted(byWeight),
    first: alone(mine, theirs),
    second: alone(theirs, mine),
  };
}
