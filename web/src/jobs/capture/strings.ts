import { catalogue } from '../../catalogue';

export const t = catalogue({
  title: 'Capture from any page',
  lead: 'One press on a posting brings its text here, behind a sign-in too. You see what was understood before it is saved.',
  bookmarklet: 'The bookmarklet',
  drag: 'Drag the button below to the bookmarks bar of your browser.',
  press: 'On a posting, press the bookmark. Select the posting first to leave the rest of the page out.',
  check: 'Check what was understood in the window that opens, and save it.',
  name: 'Save to JobWise',
  dragIt: 'Drag this button to the bookmarks bar; it works on the pages of postings.',
  byHand:
    'No bookmarks bar, as on a phone? Make a bookmark of any page and put this in place of its address.',
  copy: 'Copy the code',
  copied: 'Copied',
  blocked: 'When nothing happens',
  blockedText:
    'Some sites forbid bookmarklets with a security policy of their own. Copy the text of the posting there, then',
  paste: 'paste it here',
});
