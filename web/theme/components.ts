import type { Components, Theme } from '@mui/material/styles';
import { ON_A_LAPTOP } from './on-a-laptop.ts';
import type { Mode, PALETTES } from './palette.ts';

/** What differs from the components' own look. A finger needs 44 px, a keyboard a visible focus. */
export function components(colours: (typeof PALETTES)[Mode], compact: boolean): Components<Theme> {
  const focus = { outline: `2px solid ${colours.primary}`, outlineOffset: 2 };
  const touch = { '@media (pointer: coarse)': { minHeight: 44, minWidth: 44 } };
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: 'tabular-nums' },
        ':focus-visible': focus,
        '@media (prefers-reduced-motion: reduce)': {
          '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
        },
      },
    },
    MuiButtonBase: { styleOverrides: { root: { '&.Mui-focusVisible': focus } } },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: touch } },
    MuiIconButton: { styleOverrides: { root: touch } },
    MuiMenuItem: { styleOverrides: { root: touch } },
    MuiListItemButton: { styleOverrides: { root: touch } },
    MuiToggleButton: { styleOverrides: { root: { ...touch, textTransform: 'none' } } },
    MuiCheckbox: {
      defaultProps: {
        // react-admin names the box around the input; a reader of screens asks the input itself.
        slotProps: {
          root: { 'aria-label': undefined },
          input: (props: object) => ('aria-label' in props ? { 'aria-label': String(props['aria-label']) } : {}),
        },
      },
      styleOverrides: { root: touch },
    },
    MuiTableSortLabel: { styleOverrides: { root: { minHeight: 32 } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { outlined: { borderColor: colours.line } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiMenu: { defaultProps: { slotProps: { paper: { elevation: 4 } } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true } },
    MuiFormControl: { defaultProps: { size: 'small', margin: 'dense' } },
    MuiTable: { defaultProps: { size: compact ? 'small' : 'medium' } },
    MuiTableCell: {
      styleOverrides: {
        root: {
          borderColor: colours.line,
          padding: compact ? '4px 12px' : '9px 12px',
          [ON_A_LAPTOP]: { paddingLeft: 6, paddingRight: 6 },
        },
        head: { whiteSpace: 'nowrap', fontWeight: 600, color: colours.quiet, backgroundColor: colours.paper },
      },
    },
    // react-admin puts tools on paper on a phone, which parts them from their page.
    RaTopToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
    RaListToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
    MuiBottomNavigationAction: {
      // In one line at 360 px, also the one that is selected.
      styleOverrides: {
        root: { minWidth: 0, padding: '6px 4px' },
        label: { whiteSpace: 'nowrap', '&.Mui-selected': { fontSize: '0.75rem', fontWeight: 600 } },
      },
    },
    MuiTooltip: { defaultProps: { enterDelay: 400 } },
    MuiAlert: {
      defaultProps: { variant: 'outlined' },
      styleOverrides: { outlined: { backgroundColor: colours.paper } },
    },
  };
}
