import { catalogue } from '../../catalogue';

export const t = catalogue({
  title: 'Compare two jobs',
  lead: 'Side by side, from the postings as you saved them and the profile in use.',
  none: {
    title: 'Choose two jobs',
    text: 'Select two rows in the list of jobs, then “Compare”.',
    action: 'Open the jobs',
  },
  action: 'Compare',
  facts: 'At a glance',
  rows: { location: 'Location', benefits: 'Benefits' },
  notNamed: 'not named',
  ceiling: (ceiling: number) => `up to ${ceiling} by truthful editing`,
  both: 'Both ask for',
  only: (title: string) => `Only “${title}” asks for`,
  nothing: 'Nothing',
});
