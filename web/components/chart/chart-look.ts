import { useTheme } from '@mui/material/styles';
import { useMemo } from 'react';
import { useFormat } from '../../format/use-format.ts';

/** What all charts have in common. */
export function useChartLook() {
  const { palette } = useTheme();
  const format = useFormat();
  return useMemo(
    () => ({
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
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
    [palette, format],
  );
}
