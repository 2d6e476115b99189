import { catalogue, count } from '../../catalogue';

export const t = catalogue({
  title: 'Statistics',
  lead: 'What your applications say taken together. Below five cases a share would mislead, so none is given.',
  never: {
    title: 'Nothing to count yet',
    text: 'Put an application on the board; from then on you see here how far it got, how long it took and who answers.',
    action: 'Open the board',
  },
  csv: 'CSV',
  csvLabel: (chart: string) => `Download as CSV: ${chart}`,
  saved: (file: string) => `${file} downloaded`,
  tooFew: 'too few',
  percent: (share: number) => share.toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 0 }),
  days: (days: number) =>
    `${days.toLocaleString(undefined, { maximumFractionDigits: 1 })} ${days === 1 ? 'day' : 'days'}`,
  funnel: {
    title: 'How far applications got',
    columns: { stage: 'Stage', reached: 'Ever reached', share: 'Of the stage before' },
  },
  weeks: {
    title: 'Applications per week',
    none: 'Once you have applied, each week gets its bar.',
    columns: { week: 'Week of', sent: 'Sent', answered: 'Answered' },
  },
  stay: {
    title: 'How long each stage took',
    hint: 'The median of the days until an application went on, or ended.',
    none: 'Once applications move from one stage to the next, you see here how long each stage took.',
    columns: { stage: 'Stage', left: 'Left it', days: 'Median' },
  },
  source: {
    title: 'Who answers, by where you found the job',
    none: 'Once you have applied, you see here which sources answer.',
    columns: { name: 'Found by', sent: 'Sent', answered: 'Answered', share: 'Share' },
  },
  resume: {
    title: 'Who answers, by the resume you sent',
    none: 'Say with each application which resume you sent, and you see here which version gets answers.',
    columns: { name: 'Resume', sent: 'Sent', answered: 'Answered', share: 'Share' },
  },
  activity: {
    title: 'What you did, day by day',
    hint: 'Jobs put on the board, moves, notes, calls, interviews and documents sent, of the last half year.',
    none: 'Nothing was done in the last half year.',
    cell: (date: string, number: number) => `${date}: ${count(number, 'step', 'steps')}`,
    total: (number: number, days: number) =>
      `${count(number, 'step', 'steps')} on ${count(days, 'day', 'days')}.`,
    table: 'As a table',
    columns: { day: 'Day', steps: 'Steps' },
  },
});
