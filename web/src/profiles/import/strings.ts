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
    needs_ocr: 'This file holds pictures of text, no text',
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
  mode: 'What to do with it',
  modeMerge: 'Add to my profile',
  modeNew: 'Make a second profile',
  mergeText:
    'What your profile already has stays; what is new is added, nothing is doubled. You can correct everything in the profile afterwards, and go back to the version before.',
  saved: 'Your profile is saved. Next: a job you want.',
  merged: (added: number, merged: number, conflicts: number) =>
    `${count(added, 'entry added', 'entries added')}, ${count(merged, 'completed', 'completed')}` +
    (conflicts ? `, ${count(conflicts, 'difference kept as it was', 'differences kept as they were')}` : ''),
});
