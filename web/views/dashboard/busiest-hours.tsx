import { useTheme } from '@mui/material/styles';
import { lazy, useMemo } from 'react';
import { useChartLook } from '../../components/chart/chart-look.ts';
import { useFormat } from '../../format/use-format.ts';
import { ChartSection } from './chart-section.tsx';
import type { Dashboard } from './figures.ts';

const Chart = lazy(() => import('../../components/chart/chart.tsx'));

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** When callers call: the incoming calls by hour and weekday. */
export function BusiestHours({ dashboard }: { dashboard: Dashboard }) {
  const format = useFormat();
  const look = useChartLook();
  const { palette } = useTheme();
  const counts = useMemo(() => countByHour(dashboard), [dashboard]);
  const option = useMemo(() => {
    const cells = WEEKDAYS.flatMap((weekday) => HOURS.map((hour) => [hour, weekday - 1, counts(weekday, hour)]));
    return {
      grid: { ...look.grid, top: 8, bottom: 48 },
      tooltip: {
        ...look.tooltip,
        formatter: ({ value: [hour, day, calls] }: { value: [number, number, number] }) =>
          `${format.weekday(day + 1)} ${clockOf(hour)}: ${format.number(calls)}`,
      },
      xAxis: { ...look.names, data: HOURS.map(clockOf) },
      yAxis: { ...look.names, data: WEEKDAYS.map(format.weekday), inverse: true },
      visualMap: {
        min: 0,
        max: Math.max(1, ...cells.map(([, , calls = 0]) => calls)),
        orient: 'horizontal',
        left: 8,
        bottom: 0,
        itemHeight: 120,
        textStyle: { color: palette.text.secondary },
        inRange: { color: [palette.background.default, palette.primary.main] },
      },
      series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: palette.background.paper, borderWidth: 2 } }],
    };
  }, [look, counts, palette, format]);
  return (
    <ChartSection
      name="busiest_hours"
      columns={HOURS.map(clockOf)}
      rows={WEEKDAYS.map((weekday) => ({
        name: format.weekday(weekday),
        values: HOURS.map((hour) => format.number(counts(weekday, hour))),
      }))}
    >
      <Chart option={option} height={320} />
    </ChartSection>
  );
}

function countByHour({ hours }: Dashboard): (weekday: number, hour: number) => number {
  const counts = new Map<number, number>();
  for (const { weekday, hour, direction, calls } of hours) {
    if (direction !== 'inbound') continue;
    const key = weekday * 24 + hour;
    counts.set(key, (counts.get(key) ?? 0) + calls);
  }
  return (weekday, hour) => counts.get(weekday * 24 + hour) ?? 0;
}

function clockOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
