import { catalogue, count } from '../../catalogue';

export const t = catalogue({
  title: 'Import a resume',
  lead: 'PDF, Word, OpenDocument, text, Markdown or JSON Resume, up to 10 MB. Nothing counts before you have seen it.',
  drop: 'Drop your resume here',
  choose: 'Choose a file',
  hint: 'or pick it from your device',
  another: 'Take another file',
  reading: 'Reading the file',
  source: 'What the file says',
  openFile: 'Open the file',
  found: 'What was understood',
  unreadable: {
    needs_ocr: 'This file holds only pictures of its text',
    needs_ocrText:
      'It looks like a scan. Export it from the program it was written with, or run it through text recognition (OCR), then take the new file.',
    failed: 'This file could not be read',
    failedText: 'Save it again as PDF or DOCX, or paste its text into a .txt file.',
  },
  check: (number: number) => `${count(number, 'field to check', 'fields to check')}`,
  checkText: 'These were read with less confidence. Look at each beside the text on the left.',
  checkMark: 'check',
  unplaced: 'Found no place for',
  unplacedText: 'Nothing of your file is dropped in silence: add these by hand where they matter.',
  warnings: 'Good to know',
  include: 'Include',
  includeSection: (section: string) => `Include ${section}`,
  nothing: 'Nothing found',
  remove: (name: string) => `Leave out ${name}`,
  save: 'Save as my profile',
  saveSecond: 'Save as a second profile',
  merge: 'Add to my profile',
  otherSection: 'Other sections',
  outcomes: { added: 'new', completed: 'completes', unchanged: 'already there', different: 'differs' },
  tally: (added: number, completed: number, unchanged: number) =>
    [
      added && `${added} new`,
      completed && `${completed} to complete`,
      unchanged && `${unchanged} already there`,
    ]
      .filter(Boolean)
      .join(', '),
  keeps: (field: string, incoming: string, kept: string) =>
    `${field}: the file says “${incoming}”, your profile keeps “${kept}”.`,
  nothingNew: 'Your profile has all of this already.',
  nothingNewButDifferent: 'Nothing new. Where the file says something else, your profile stays as it is.',
  nothingToAdd: 'Your profile has everything this file says.',
  nothingTaken: 'No section is chosen.',
  willAdd: (added: number, completed: number) =>
    [
      added && count(added, 'new entry', 'new entries'),
      completed && count(completed, 'entry to complete', 'entries to complete'),
    ]
      .filter(Boolean)
      .join(', '),
  mode: 'What to do with it',
  modeMerge: 'Add to my profile',
  modeNew: 'Make a second profile',
  mergeText:
    'What your profile already has stays; what is new is added, nothing is doubled. Choose the sections to take. You can correct everything in the profile afterwards, and go back to the version before.',
  saved: 'Your profile is saved. Next: a job you want.',
  merged: (added: number, merged: number, conflicts: number) =>
    `${count(added, 'entry added', 'entries added')}, ${count(merged, 'completed', 'completed')}` +
    (conflicts ? `, ${count(conflicts, 'difference kept as it was', 'differences kept as they were')}` : ''),
});
