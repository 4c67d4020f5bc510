import type { Theme } from '@mui/material/styles';

/** A last column that stays in sight where the table is wider than its place: on a laptop, with the longer words of some languages. */
export const IN_SIGHT = {
  position: 'sticky',
  right: 0,
  bgcolor: 'background.paper',
  // The colour of the row under the pointer lets through what is under it: here it is laid over the paper.
  'tr:hover > &': {
    backgroundImage: ({ palette }: Theme) => `linear-gradient(${palette.action.hover}, ${palette.action.hover})`,
  },
} as const;
