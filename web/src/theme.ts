import {
  Button,
  createTheme,
  Switch,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const brand: MantineColorsTuple = [
  '#f0fdfa',
  '#d5f5ef',
  '#a7e8dd',
  '#6fd3c5',
  '#3db8a8',
  '#1f9d8f',
  '#12857a',
  '#0f6f68',
  '#105a55',
  '#124a46',
];

const slate: MantineColorsTuple = [
  '#c9ced6',
  '#b4bac4',
  '#939ba8',
  '#5f6875',
  '#3a424d',
  '#2c333c',
  '#222830',
  '#191e25',
  '#14181e',
  '#0f1216',
];

/** Mantine's red is too faint for white words on it, and for words on white. */
const red: MantineColorsTuple = [
  '#fdeaec',
  '#fbd5d9',
  '#f7b0b7',
  '#ff9aa3',
  '#ff8f98',
  '#e4505f',
  '#cf2a3b',
  '#c2192b',
  '#a51d2d',
  '#871724',
];

const COMPACT: Record<string, Record<string, string> | undefined> = {
  'compact-sm': { '--button-height': '1.875rem', '--button-padding-x': '0.7rem', '--button-fz': '0.8125rem' },
  'compact-xs': { '--button-height': '1.625rem', '--button-padding-x': '0.5rem' },
};

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 7 },
  colors: { brand, dark: slate, red },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif",
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: 'clamp(1.25rem, 1rem + 1.2vw, 1.5rem)', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  components: {
    // Mantine's compact ones press a full-sized text into a low box, and the smallest is no target of 24 px.
    Button: Button.extend({ vars: (_, { size }) => ({ root: (size && COMPACT[size]) || {} }) }),
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.5 } },
      styles: { title: { fontWeight: 650, fontSize: '1.125rem' } },
    },
    // A target of 24 px, with the label of Mantine's small one.
    Switch: Switch.extend({
      styles: { labelWrapper: { lineHeight: '1.5rem' } },
      vars: () => ({
        root: { '--switch-height': '1.5rem', '--switch-width': '2.5rem', '--switch-thumb-size': '1.125rem' },
      }),
    }),
    // Of the shade that stands out from its track in both schemes.
    Progress: { defaultProps: { color: 'var(--jw-brand)' } },
    Loader: { defaultProps: { color: 'var(--jw-brand)' } },
    Tooltip: {
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: false } },
    },
  },
});

/** Contrast of at least 4.5 for text and 3 for edges, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2129',
    '--mantine-color-dimmed': '#545c66',
    '--mantine-color-placeholder': '#6b7480',
    '--mantine-color-anchor': '#0f6f68',
    '--mantine-color-error': '#c2192b',
    '--mantine-color-red-light-color': '#a51d2d',
    '--mantine-color-default-border': '#d6dae0',
    '--jw-surface': '#f7f8f9',
    '--jw-line': '#e4e7eb',
    '--jw-input-line': '#8b939e',
    '--jw-good': '#17683a',
    '--jw-good-bg': '#e3f5ea',
    '--jw-bad': '#a51d2d',
    '--jw-bad-bg': '#fdeaec',
    '--jw-warn': '#7a4a00',
    '--jw-warn-bg': '#fdf1dc',
    '--jw-info': '#0f5d8c',
    '--jw-info-bg': '#e4f1fa',
    '--jw-brand': '#0f6f68',
    '--jw-brand-bg': '#e4f4f1',
  },
  dark: {
    '--mantine-color-body': '#14181e',
    '--mantine-color-text': '#dfe3e8',
    '--mantine-color-dimmed': '#a3abb7',
    '--mantine-color-placeholder': '#8b94a1',
    '--mantine-color-anchor': '#6fd3c5',
    '--mantine-color-error': '#ff8f98',
    '--mantine-color-red-light-color': '#ff9aa3',
    '--mantine-color-default-border': '#39414c',
    '--jw-surface': '#191e25',
    '--jw-line': '#2a313a',
    '--jw-input-line': '#6c7684',
    '--jw-good': '#7fdca4',
    '--jw-good-bg': '#17301f',
    '--jw-bad': '#ff9aa3',
    '--jw-bad-bg': '#3a1a1e',
    '--jw-warn': '#f3c675',
    '--jw-warn-bg': '#35280f',
    '--jw-info': '#8cc8f2',
    '--jw-info-bg': '#14293a',
    '--jw-brand': '#6fd3c5',
    '--jw-brand-bg': '#12302d',
  },
});
