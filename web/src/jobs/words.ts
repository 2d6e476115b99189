import type { Job, QuickAnalysisOut, Salary } from '../api';
import type { Tone } from '../ui';
import { t } from './strings';

/** How good a match is; the band's word always stands with it. */
export const BAND_TONES: Record<QuickAnalysisOut['band'], Tone> = {
  excellent: 'good',
  strong: 'good',
  fair: 'info',
  weak: 'warn',
  poor: 'bad',
};

/** "EUR 72,000–88,000 a year", in the browser's number format. */
export function pay(salary: Salary | null): string {
  if (!salary || (salary.min === null && salary.max === null)) return '';
  const format = (amount: number) => amount.toLocaleString(undefined, { maximumFractionDigits: 2 });
  const { min, max, currency, period } = salary;
  const amount =
    min !== null && max !== null && min !== max
      ? `${format(min)}–${format(max)}`
      : min !== null && max !== null
        ? format(min)
        : min !== null
          ? `${t.from} ${format(min)}`
          : `${t.upTo} ${format(max ?? 0)}`;
  return [currency, amount, period && t.periods[period]].filter(Boolean).join(' ');
}

/** "Backend Engineer, Harbourline". */
export const nameOf = ({ title, company }: { title: string | null; company: string | null }): string =>
  [title || t.untitled, company].filter(Boolean).join(', ');

const SOURCES: Record<string, string | undefined> = { ...t.sources, ...t.boards };

/** Where a job came from; the boards of employers go by their own names. */
export const sourceOf = (source: string): string => SOURCES[source] ?? source;

/** The line under a job's title. */
export function factsOf(
  job: Pick<
    Job,
    'company' | 'location' | 'workplace' | 'employment_type' | 'seniority' | 'salary' | 'years_experience'
  >,
): string[] {
  return [
    job.company ?? t.noCompany,
    job.location,
    job.workplace && t.workplaces[job.workplace],
    job.employment_type && t.employment[job.employment_type],
    job.seniority && t.seniorities[job.seniority],
    job.years_experience?.min != null && t.years(job.years_experience.min, job.years_experience.max),
    pay(job.salary),
  ].filter((fact): fact is string => Boolean(fact));
}
