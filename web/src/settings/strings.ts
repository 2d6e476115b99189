import { catalogue, count } from '../catalogue';

/** By their names in `GET /health/ready`; others stand as they are. */
const PARTS: Record<string, string | undefined> = {
  database: 'Database',
  storage: 'Files',
  qdrant: 'Search by meaning',
  redis: 'Live updates and limits',
  broker: 'Task queue',
  supabase: 'Sign-in service',
};

export const t = catalogue({
  title: 'Settings',
  contents: 'Settings on this page',
  find: {
    label: 'Search settings',
    placeholder: 'Password, dark, storage…',
    found: (number: number) => count(number, 'part fits', 'parts fit'),
    none: 'No setting matches',
    noneText: 'Try another word for it, or fewer.',
    clear: 'Show all settings',
    // What people call it who do not know our word for it.
    words: {
      account: 'profile name mail username address verify',
      password: 'security sign-in login',
      sessions: 'devices browsers security log sign out',
      privacy: 'AI LLM model provider key calls cost sent OpenAI',
      notifications: 'mail e-mail webhook push alerts bell',
      calendar: 'ICS feed subscribe Google Outlook',
      appearance: 'theme dark light mode colours shortcuts keyboard',
      data: 'uploads resumes storage quota space files export backup ZIP remove close',
      system: 'version health status API about',
    },
  },
  account: {
    title: 'Account',
    name: 'Full name',
    nameHint: 'Documents take the name of your profile, not this one.',
    username: 'User name',
    usernameHint: 'Optional; you can sign in with it too.',
    email: 'E-mail',
    verified: 'confirmed',
    unverified: 'not confirmed',
    verify: 'Send the mail again',
    sent: 'A mail with a link is on its way.',
    saved: 'Account saved',
    quota: (used: number, limit: number | null) =>
      limit === null
        ? `${count(used, 'document', 'documents')} written with a language model this month. There is no limit.`
        : `${used} of ${limit} documents written with a language model this month.`,
  },
  password: {
    title: 'Password',
    current: 'Password now',
    next: 'New password',
    hint: 'At least 8 characters with upper case, lower case and a digit.',
    submit: 'Change password',
    saved: 'Password changed. Every other device was signed out.',
    text: 'Changing it signs every other device out.',
  },
  sessions: {
    title: 'Where you are signed in',
    here: 'this browser',
    line: (used: string, address: string) => `Last used ${used}${address ? ` · ${address}` : ''}`,
    since: (when: string) => `Signed in ${when}`,
    end: 'Sign out',
    endLabel: (device: string, when: string) => `Sign out ${device}, signed in ${when}`,
    more: (number: number) => `Show ${count(number, 'more session', 'more sessions')}`,
    ended: 'That device is signed out',
    all: 'Sign out everywhere',
    allText: 'Ends every session, this one too.',
    unknown: 'Unknown device',
    on: (browser: string, system: string) => `${browser} on ${system}`,
  },
  privacy: {
    title: 'Engine and privacy',
    local: 'Nothing leaves this server',
    sends: (host: string) => `Sends to ${host} when you ask for it`,
    none: 'This server has no language model. Every document is written by the built-in engine, and nothing leaves the server.',
    off: (model: string, host: string) =>
      `The server could use ${model} at ${host}. It is off for you: nothing leaves the server.`,
    on: (model: string, host: string) => `You may choose ${model} at ${host} for each document.`,
    switch: 'Allow the language model',
    switchHint: 'Even then it writes only where you choose it.',
    boards:
      'When you search job boards or read a posting by its address, those sites are asked. Your profile is not sent to them.',
    whatTitle: 'What is sent',
    what: 'The sentences to be worded, the facts they rest on (titles, employers, dates, achievements), the posting, the tone and your instructions. A posting that could not be understood may be sent when you save it, without anything of yours.',
    neverTitle: 'What is never sent',
    never: 'Your name, address, phone, e-mail and links.',
    test: 'Test the connection',
    tested: (model: string, seconds: number) =>
      `${model} answered in ${seconds.toLocaleString(undefined, { maximumFractionDigits: 1 })} seconds. Nothing of yours was sent.`,
    ledger: 'Every call',
    ledgerNone: 'No call has left this server for you.',
    columns: { when: 'When', what: 'For', where: 'To', data: 'Sent', cost: 'Took' },
    tokens: (input: number, output: number) => `${(input + output).toLocaleString()} tokens`,
    cost: (dollars: number) => `about $${dollars.toFixed(4)}`,
    nothing: 'nothing of yours',
    status: {
      completed: 'answered',
      invalid: 'unusable answer',
      refused: 'refused',
      failed: 'failed',
      cancelled: 'cancelled',
    },
    purposes: {
      word_resume: 'Wording a resume',
      word_letter: 'Wording a letter',
      read_posting: 'Reading a posting',
      word_interview_answer: 'Wording an interview answer',
      test: 'Test',
    },
  },
  calendar: {
    title: 'Calendar',
    text: 'Deadlines, interviews and reminders as a calendar to subscribe to.',
    secret: 'The link is a secret: whoever has it can read your dates. It is shown only now.',
    renew: 'A new link makes the one before useless.',
    make: 'Make a link',
    again: 'Make a new link',
    link: 'Calendar link',
    copy: 'Copy',
    copied: 'Copied',
  },
  appearance: {
    title: 'Appearance and keys',
    text: 'Kept in this browser.',
  },
  data: {
    title: 'Your data',
    storage: (used: string, limit: string | null, files: number) =>
      limit === null
        ? `${used} used by ${count(files, 'file', 'files')}. There is no limit.`
        : `${used} of ${limit} used by ${count(files, 'file', 'files')}.`,
    storageText:
      'Uploaded resumes and exported documents take room; delete those you no longer need here and in the list of documents.',
    storageBar: 'Storage used',
    uploads: {
      title: 'Uploaded resumes',
      text: 'The files as you gave them. Your profile stays when one is deleted.',
      line: (date: string, bytes: string) => `${date} · ${bytes}`,
      delete: (name: string) => `Delete ${name}`,
      deleted: (name: string) => `“${name}” deleted`,
      more: (number: number) => `Show ${count(number, 'more file', 'more files')}`,
    },
    exportText: 'Everything you have here in one ZIP: profile, jobs, documents and files.',
    export: 'Download everything',
    deleteTitle: 'Delete the account',
    deleteText:
      'Profiles, jobs, applications, documents and files are deleted at once and for good. Nobody can bring them back.',
    delete: 'Delete my account',
    confirm: (email: string) => `Type ${email} to go on`,
    password: 'Password',
    mismatch: 'This is not the address of your account',
    deleteNow: 'Delete everything now',
    exportFirst: 'You may want to download everything first.',
  },
  system: {
    title: 'System',
    version: (version: string) => `Version ${version}`,
    database: (revision: string) => `Database at ${revision}`,
    status: { ok: 'works', degraded: 'works in part', unavailable: 'does not work' },
    service: 'The whole service',
    parts: PARTS,
    api: 'API documentation',
  },
  notifications: {
    title: 'Notifications',
    text: 'What you are told of, and how, is set beside your notifications.',
    link: 'Choose notifications',
  },
});
