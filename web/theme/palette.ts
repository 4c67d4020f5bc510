import type { Outcome } from '../api/types.ts';

/**
 * The colours. Peacock and marigold on paper, or on night; each text reaches 4.5 : 1 on what it stands on
 * (theme.test.ts measures it).
 */
export const PALETTES = {
  light: {
    paper: '#ffffff',
    ground: '#f6f5f1',
    sunken: '#eceae3',
    text: '#1b2426',
    quiet: '#56636a',
    line: '#dcd9cf',
    primary: '#0e5a68',
    onPrimary: '#ffffff',
    selected: '#dcecee',
    accent: '#f2a93b',
    error: '#a8322a',
    warning: '#84560a',
    success: '#1d6b45',
    info: '#2f5d8a',
  },
  dark: {
    paper: '#182023',
    ground: '#101618',
    sunken: '#0b1012',
    text: '#e6ebea',
    quiet: '#a3b0b3',
    line: '#2d383c',
    primary: '#6fc3d0',
    onPrimary: '#06262c',
    selected: '#1c3a41',
    accent: '#f2a93b',
    error: '#f2938a',
    warning: '#e8b75f',
    success: '#7fcfa4',
    info: '#8fbbe6',
  },
} as const;

export type Mode = keyof typeof PALETTES;

/** Each outcome has its colour, beside its icon and its word. */
export const OUTCOME_COLOURS: Readonly<Record<Mode, Readonly<Record<Outcome, { text: string; ground: string }>>>> = {
  light: {
    answered: { text: '#1a6240', ground: '#dff0e6' },
    missed: { text: '#96281f', ground: '#fbe4e1' },
    busy: { text: '#7a4a05', ground: '#fbecd0' },
    abandoned: { text: '#8a3d14', ground: '#fae6d9' },
    voicemail: { text: '#4a4a86', ground: '#e7e7f5' },
    in_progress: { text: '#0e5a68', ground: '#dcecee' },
    failed: { text: '#4b565b', ground: '#e8e8e4' },
  },
  dark: {
    answered: { text: '#8fd6b0', ground: '#17352a' },
    missed: { text: '#f5a199', ground: '#42201d' },
    busy: { text: '#eac06e', ground: '#3a2c10' },
    abandoned: { text: '#f0ae86', ground: '#3f2718' },
    voicemail: { text: '#b9b9ee', ground: '#2a2a4a' },
    in_progress: { text: '#84cfdb', ground: '#17373e' },
    failed: { text: '#b6c0c2', ground: '#2a3336' },
  },
};

/** The same as areas of a chart: each 3 : 1 on paper, or on night, and told apart by a neighbour's lightness as well. */
export const OUTCOME_BARS: Readonly<Record<Mode, Readonly<Record<Outcome, string>>>> = {
  light: {
    answered: '#2c8a5b',
    missed: '#c2483d',
    busy: '#b5791a',
    abandoned: '#9c4a1c',
    voicemail: '#6a6ab5',
    in_progress: '#1b8599',
    failed: '#7b868b',
  },
  dark: {
    answered: '#5fbf8d',
    missed: '#e5796e',
    busy: '#d9a544',
    abandoned: '#d98b5c',
    voicemail: '#9c9ce0',
    in_progress: '#5bb3c2',
    failed: '#8d999c',
  },
};
