import { catalogue, count } from '../../catalogue';

export const t = catalogue({
  title: 'Company',
  lead: 'What you have saved of this employer, and how it stands.',
  none: {
    title: 'Nothing saved of this company',
    text: 'Jobs whose posting names it show up here.',
    action: 'Open the jobs',
  },
  jobs: 'Jobs',
  saved: (when: string) => `saved ${when}`,
  more: (number: number) => `and ${count(number, 'older job', 'older jobs')}`,
  notApplied: 'Not on the board',
  application: 'Open the application',
  nobody: 'Nobody yet. People you add to an application of this company show up here.',
});
