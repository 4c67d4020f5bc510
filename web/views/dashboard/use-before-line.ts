import { useTheme } from '@mui/material/styles';
import { useCallback } from 'react';
import { useTranslate } from 'react-admin';

/** By what the line is known when it is pressed. */
export const BEFORE = 'before';

/** The period before, day for day, as a quiet line that stands behind what is shown of this one. */
export function useBeforeLine() {
  const translate = useTranslate();
  const { palette } = useTheme();
  return useCallback(
    (counts: readonly number[]) => ({
      id: BEFORE,
      type: 'line',
      name: translate('dashboard.columns.before'),
      data: counts,
      // A line of one day is a point.
      symbol: counts.length === 1 ? 'circle' : 'none',
      symbolSize: 8,
      triggerLineEvent: true,
      lineStyle: { color: palette.text.secondary, width: 1.5, type: 'dashed' },
      itemStyle: { color: palette.text.secondary },
      emphasis: { lineStyle: { width: 1.5 } },
    }),
    [translate, palette],
  );
}
