import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo } from 'react';
import { usePreferences } from '../preferences/preferences.ts';
import { createAppTheme } from './theme.ts';

/** The theme that the person, or their system, asks for. */
export function useAppTheme() {
  const { theme, density, lang } = usePreferences();
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const mode = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
  const compact = density === 'compact';
  return useMemo(() => createAppTheme(mode, compact, lang), [mode, compact, lang]);
}
