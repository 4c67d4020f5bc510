import { getContrastRatio } from '@mui/material/styles';
import { describe, expect, test } from 'vitest';
import { OUTCOME_COLOURS, PALETTES } from './palette.ts';
import { createAppTheme } from './theme.ts';

/** WCAG AA: text 4.5, what only has to be seen 3. */
describe.each(['light', 'dark'] as const)('the %s theme', (mode) => {
  const { paper, ground, selected, text, quiet, primary, onPrimary, error, warning, success, info } = PALETTES[mode];

  test('has text that can be read on everything it stands on', () => {
    const pairs = [text, quiet, primary, error, warning, success, info].flatMap((ink) =>
      [paper, ground, selected].map((below) => [ink, below] as const),
    );
    const outcomes = Object.values(OUTCOME_COLOURS[mode]).map((colours) => [colours.text, colours.ground] as const);
    const faint = [...pairs, ...outcomes, [onPrimary, primary] as const].filter(
      ([ink, below]) => getContrastRatio(ink, below) < 4.5,
    );
    expect(faint).toEqual([]);
  });

  test('has buttons that can be read, also under the pointer', () => {
    const { palette } = createAppTheme(mode, false);
    const roles = ['primary', 'secondary', 'error', 'warning', 'success', 'info'] as const;
    const faint = roles.flatMap((role) => {
      const { main, dark, contrastText } = palette[role];
      return [main, dark].filter((ground) => getContrastRatio(contrastText, ground) < 4.5).map(() => role);
    });
    expect(faint).toEqual([]);
  });
});

test("Material UI's own words are in the language of the person", () => {
  const { components } = createAppTheme('light', false, 'hi');
  expect(components?.MuiAutocomplete?.defaultProps).toMatchObject({ openText: 'खोलें' });
  // What differs from its look stays.
  expect(components?.MuiMenu?.defaultProps).toBeDefined();
});
