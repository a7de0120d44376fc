import type { ThemeOptions } from '@mui/material/styles';
import type { RaThemeOptions } from 'react-admin';
import { dark, light, phoneWidth, screenFont, type Tokens } from './tokens.ts';

/** Every token as a custom property (`var(--stop)`), so that plain CSS and charts read the same colours. */
function properties(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, colour]) => [
      `--${name.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
      colour,
    ]),
  );
}

function alertGrounds(tokens: Tokens): readonly (readonly [string, string, string])[] {
  return [
    ['Error', tokens.stop, tokens.onStop],
    ['Warning', tokens.wait, tokens.onWait],
    ['Info', tokens.moving, tokens.onMoving],
    ['Success', tokens.done, tokens.onDone],
  ];
}

/** A phone: its browsers zoom into inputs of less than 16 px, and a finger wants 44 px. */
const onPhone = `@media ${phoneWidth}`;

function components(tokens: Tokens): NonNullable<ThemeOptions['components']> {
  const ring = { outline: `2px solid ${tokens.action}`, outlineOffset: 1 };
  return {
    MuiCssBaseline: {
      styleOverrides: {
        ':root': properties(tokens),
        body: { fontVariantNumeric: 'tabular-nums', fontSize: 14, lineHeight: '22px', backgroundColor: tokens.bg },
        'a:focus-visible, button:focus-visible, [tabindex]:focus-visible, summary:focus-visible': ring,
        a: { color: tokens.action },
        'h1, h2, h3': { margin: 0 },
        'tr:focus-visible, li:focus-visible': ring,
        '@media (prefers-reduced-motion: reduce)': {
          '*': { animation: 'none !important', transition: 'none !important' },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': ring } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, variant: 'outlined', color: 'primary' },
      styleOverrides: {
        root: {
          textTransform: 'none',
          fontWeight: 400,
          whiteSpace: 'nowrap',
          minHeight: 32,
          padding: '3px 12px',
          lineHeight: '22px',
          [onPhone]: { minHeight: 44 },
        },
        outlined: { borderColor: tokens.inputBorder, color: tokens.action, backgroundColor: tokens.surface },
        contained: {
          fontWeight: 600,
          '&.Mui-disabled': { color: tokens.secondary, backgroundColor: tokens.raised },
        },
      },
    },
    MuiAppBar: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundColor: tokens.bar, backgroundImage: 'none', color: tokens.onBar } },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { borderColor: tokens.rule } } },
    MuiCheckbox: { styleOverrides: { root: { padding: 4, color: tokens.inputBorder, [onPhone]: { padding: 10 } } } },
    MuiRadio: { styleOverrides: { root: { padding: 4, color: tokens.inputBorder, [onPhone]: { padding: 10 } } } },
    MuiInputBase: { styleOverrides: { root: { [onPhone]: { fontSize: 16, minHeight: 44 } } } },
    MuiMenuItem: { styleOverrides: { root: { [onPhone]: { minHeight: 44 } } } },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: '6px 12px', borderColor: tokens.rule, fontSize: 14, lineHeight: '22px' },
        head: { fontWeight: 600, backgroundColor: tokens.raised, color: tokens.text, whiteSpace: 'nowrap' },
      },
    },
    MuiTableSortLabel: { styleOverrides: { root: { minHeight: 24 } } },
    MuiTableRow: {
      styleOverrides: { root: { '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: tokens.selected } } },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
    MuiFormHelperText: {
      styleOverrides: { root: { marginLeft: 0, fontSize: 12, lineHeight: '18px', color: tokens.secondary } },
    },
    MuiInputLabel: { styleOverrides: { root: { color: tokens.secondary } } },
    MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: tokens.inputBorder } } },
    MuiTab: {
      styleOverrides: {
        root: {
          textTransform: 'none',
          minHeight: 40,
          padding: '8px 12px',
          fontWeight: 400,
          [onPhone]: { minHeight: 44 },
          '&.Mui-selected': { fontWeight: 600 },
        },
      },
    },
    MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
    MuiTooltip: { styleOverrides: { tooltip: { fontSize: 12, lineHeight: '18px' } } },
    MuiLink: { defaultProps: { underline: 'always' } },
    MuiDialogTitle: { defaultProps: { component: 'h2' } },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 16px' } } },
    MuiAlert: {
      styleOverrides: {
        root: {
          fontSize: 14,
          lineHeight: '22px',
          alignItems: 'flex-start',
          ...Object.fromEntries(
            alertGrounds(tokens).map(([colour, text, ground]) => [
              `&.MuiAlert-color${colour}`,
              { color: text, backgroundColor: ground, '& .MuiAlert-icon': { color: text } },
            ]),
          ),
        },
      },
    },
    MuiLinearProgress: { styleOverrides: { root: { height: 8, borderRadius: 4 } } },
  };
}

function themeFor(mode: 'light' | 'dark', tokens: Tokens): RaThemeOptions {
  return {
    palette: {
      mode,
      primary: { main: tokens.action, contrastText: tokens.onAction },
      secondary: { main: tokens.action, contrastText: tokens.onAction },
      error: { main: tokens.stop, contrastText: tokens.onStop },
      warning: { main: tokens.wait, contrastText: tokens.onWait },
      info: { main: tokens.moving, contrastText: tokens.onMoving },
      success: { main: tokens.done, contrastText: tokens.onDone },
      background: { default: tokens.bg, paper: tokens.surface },
      text: { primary: tokens.text, secondary: tokens.secondary, disabled: tokens.secondary },
      divider: tokens.rule,
    },
    shape: { borderRadius: 6 },
    spacing: 8,
    breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1536 } },
    typography: {
      fontFamily: screenFont,
      fontSize: 14,
      fontWeightMedium: 600,
      fontWeightBold: 600,
      h1: { fontSize: 20, lineHeight: '28px', fontWeight: 600, letterSpacing: 0 },
      h2: { fontSize: 16, lineHeight: '24px', fontWeight: 600, letterSpacing: 0 },
      h3: { fontSize: 14, lineHeight: '22px', fontWeight: 600, letterSpacing: 0 },
      h4: { fontSize: 28, lineHeight: '36px', fontWeight: 600, letterSpacing: 0 },
      h6: { fontSize: 16, lineHeight: '24px', fontWeight: 600, letterSpacing: 0 },
      body1: { fontSize: 14, lineHeight: '22px', letterSpacing: 0 },
      body2: { fontSize: 14, lineHeight: '22px', letterSpacing: 0 },
      subtitle1: { fontSize: 14, lineHeight: '22px', letterSpacing: 0 },
      subtitle2: { fontSize: 14, lineHeight: '22px', letterSpacing: 0 },
      caption: { fontSize: 12, lineHeight: '18px', letterSpacing: 0 },
      button: { fontSize: 14, lineHeight: '22px', letterSpacing: 0, textTransform: 'none' },
      overline: { fontSize: 12, lineHeight: '18px', letterSpacing: 0, textTransform: 'none' },
    },
    components: components(tokens),
    sidebar: { width: 208, closedWidth: 56 },
  };
}

export const lightTheme = themeFor('light', light);
export const darkTheme = themeFor('dark', dark);
