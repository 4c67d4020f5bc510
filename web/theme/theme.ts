import { enUS, hiIN } from '@mui/material/locale';
import { createTheme, lighten, type Theme } from '@mui/material/styles';
import { components } from './components.ts';
import { type Mode, PALETTES } from './palette.ts';

/** The look of the application; `compact` puts more rows on a screen. Material UI's own few words are in the language, too. */
export function createAppTheme(mode: Mode, compact: boolean, lang: 'en' | 'hi' = 'en'): Theme {
  const colours = PALETTES[mode];
  const look = {
    palette: {
      mode,
      // What is written on a button is chosen by what can be read.
      contrastThreshold: 4.5,
      primary: { ...ink(mode, colours.primary), contrastText: colours.onPrimary },
      secondary: { ...ink('dark', colours.accent), contrastText: '#1b2426' },
      error: ink(mode, colours.error),
      warning: ink(mode, colours.warning),
      success: ink(mode, colours.success),
      info: ink(mode, colours.info),
      background: { default: colours.ground, paper: colours.paper },
      text: { primary: colours.text, secondary: colours.quiet },
      divider: colours.line,
      action: { selected: colours.selected },
    },
    shape: { borderRadius: 8 },
    spacing: compact ? 7 : 8,
    typography: {
      fontFamily: "'IBM Plex Sans Variable', 'IBM Plex Sans Devanagari', system-ui, sans-serif",
      fontSize: compact ? 13 : 14,
      h1: { fontSize: '1.25rem', fontWeight: 600, lineHeight: 1.3 },
      h2: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.35 },
      h6: { fontSize: '1.25rem', fontWeight: 600 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: components(colours, compact),
  };
  return createTheme(look, lang === 'hi' ? hiIN : enUS);
}

/** Under the pointer a button is a shade away from its text: with dark text, as in the dark theme, lighter. */
function ink(mode: Mode, main: string) {
  return mode === 'dark' ? { main, dark: lighten(main, 0.2) } : { main };
}
