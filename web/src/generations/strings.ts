import { catalogue } from '../catalogue';

export const t = catalogue({
  title: 'Tailoring',
  titleDone: 'Your documents',
  titleFailed: 'Tailoring did not work',
  titleCancelled: 'Tailoring was cancelled',
  forJob: (title: string, company: string) => [title, company].filter(Boolean).join(', '),
  types: { resume: 'Resume', cover_letter: 'Cover letter' },
  status: {
    pending: 'Waiting',
    generating: 'Running',
    completed: 'Ready',
    needs_review: 'Needs your review',
    failed: 'Did not work',
    cancelled: 'Cancelled',
  },
  stageStatus: {
    pending: 'to come',
    running: 'running',
    completed: 'done',
    failed: 'failed',
    cancelled: 'cancelled',
    skipped: 'left out',
  },
  stages: 'Stages',
  progress: (name: string) => `Progress of the ${name.toLowerCase()}`,
  percent: (percent: number) => `${percent}%`,
  elapsed: (clock: string) => `${clock} so far`,
  remaining: (clock: string) => `about ${clock} to go`,
  took: (seconds: number) =>
    seconds < 0.1
      ? `under ${(0.1).toLocaleString()} s`
      : `${seconds.toLocaleString(undefined, { maximumFractionDigits: 1 })} s`,
  leave: 'You can leave this page; the work goes on, and the tray above tells you when it is done.',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  cancelled: 'Cancelled. Nothing was kept of this run.',
  slow: 'The language model takes long.',
  finishBuiltin: 'Finish with the built-in engine',
  failedAt: (stage: string) => `It stopped at “${stage}”`,
  retry: 'Try again with the same options',
  back: 'Back to the job',
  open: 'Open and edit',
  ready: (name: string) => `${name} ready`,
  review:
    'Some claims could not be proven from your facts. They are marked in the document; nothing was hidden.',
  ats: (score: number) => `ATS score ${score} of 100`,
  matched: (matched: number, required: number) => `${matched} of ${required} keywords shown`,
  recommendations: 'What would make it better',
  engine: (model: string) => `Written by ${model}`,
});
