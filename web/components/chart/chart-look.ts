import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo } from 'react';
import { useFormat } from '../../format/use-format.ts';

/** What all charts have in common. */
export function useChartLook() {
  const { palette, breakpoints } = useTheme();
  const isPhone = useMediaQuery(breakpoints.down('sm'));
  const format = useFormat();
  return useMemo(
    () => ({
      grid: GRID,
      /** Below the names of so many series, which on a phone take several lines. */
      gridUnder: (names: number) => ({
        ...GRID,
        top: isPhone ? 16 + 24 * Math.ceil(names / NAMES_IN_A_LINE) : GRID.top,
      }),
      legend: { top: 0, left: 0, textStyle: { color: palette.text.primary } },
      tooltip: {
        backgroundColor: palette.background.paper,
        borderColor: palette.divider,
        textStyle: { color: palette.text.primary },
      },
      names: {
        type: 'category' as const,
        axisTick: { show: false },
        axisLabel: { color: palette.text.secondary, hideOverlap: true },
        axisLine: { lineStyle: { color: palette.divider } },
      },
      numbers: {
        type: 'value' as const,
        minInterval: 1,
        axisLabel: { color: palette.text.secondary, formatter: (value: number) => format.number(value) },
        splitLine: { lineStyle: { color: palette.divider } },
      },
    }),
    [palette, format, isPhone],
  );
}

/** On a phone, of the words that outcomes have. */
const NAMES_IN_A_LINE = 2.5;

const GRID = { left: 8, right: 16, top: 40, bottom: 8, containLabel: true };
