import { useTheme } from '@mui/material/styles';
import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { Outcome } from '../../api/types.ts';
import { OUTCOME_BARS } from '../../theme/palette.ts';

/** Bars whose parts are outcomes, one above the other; a part that is pressed is known by its outcome. */
export function useOutcomeBars() {
  const translate = useTranslate();
  const { palette } = useTheme();
  return useCallback(
    ({ outcome, counts }: { outcome: Outcome; counts: readonly number[] }) => ({
      id: outcome,
      type: 'bar',
      stack: 'calls',
      name: translate(`outcome.${outcome}`),
      data: counts,
      barMaxWidth: 36,
      itemStyle: { color: OUTCOME_BARS[palette.mode][outcome] },
    }),
    [translate, palette.mode],
  );
}
