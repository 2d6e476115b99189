import { catalogue } from '../catalogue';

export const t = catalogue({
  promise: 'Tailored resumes and letters in which every claim is your own.',
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    other: 'New here?',
    otherLink: 'Create an account',
    wrong: 'The address or the password is not right.',
  },
  register: {
    title: 'Create your account',
    submit: 'Create account',
    other: 'Have an account?',
    otherLink: 'Sign in',
    privacy: 'Everything stays on this server. No payment card, no tracking.',
  },
  forgot: {
    title: 'Forgot your password?',
    text: 'Give your address; if it has an account here, a link is sent to it.',
    submit: 'Send the link',
    done: 'If that address has an account, an e-mail is on its way. The link works for an hour.',
    back: 'Back to sign in',
    doneTitle: 'Check your inbox',
  },
  reset: {
    title: 'Choose a new password',
    submit: 'Save the new password',
    done: 'Your new password holds, and every device was signed out. Sign in with it.',
    doneTitle: 'Password changed',
    noToken: 'This link is not complete. Open it from the e-mail again, or ask for a new one.',
  },
  verify: {
    title: 'Confirming your address',
    done: 'Thank you: your address is confirmed.',
    failed: 'This link is no longer good',
    again: 'Ask for a new link in the settings, under “Account”.',
    go: 'Go to the dashboard',
  },
  fields: { email: 'E-mail', password: 'Password', newPassword: 'New password', fullName: 'Full name' },
  hints: {
    fullName: 'As it should stand on your resume',
    rules: 'Use 8 or more characters with an upper-case letter, a lower-case letter and a digit.',
  },
  problems: {
    email: 'Give an e-mail address, such as name@example.org',
    password: 'Give your password',
    rules: (missing: string) => `Still missing: ${missing}`,
    missing: {
      length: '8 characters',
      upper: 'an upper-case letter',
      lower: 'a lower-case letter',
      digit: 'a digit',
    },
  },
});
