import { useTheme } from '@mui/material/styles';
import { lazy, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useChartLook } from '../../components/chart/chart-look.ts';
import { useFormat } from '../../format/use-format.ts';
import { loadPart } from '../../updates/load-part.ts';
import { ChartSection } from './chart-section.tsx';
import { countByHour, type Dashboard } from './figures.ts';
import type { Days } from './period.ts';
import { hourAddress } from './rows-address.ts';

const Chart = lazy(() => loadPart(() => import('../../components/chart/chart.tsx')));

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** When callers call: the incoming calls by hour and weekday; a cell leads to its calls. */
export function BusiestHours({ days, dashboard }: { days: Days; dashboard: Dashboard }) {
  const navigate = useNavigate();
  const format = useFormat();
  const look = useChartLook();
  const { palette } = useTheme();
  const counts = useMemo(() => countByHour(dashboard), [dashboard]);
  const option = useMemo(() => {
    const cells = CELLS.map(({ weekday, hour }) => [hour, weekday - 1, counts(weekday, hour)]);
    return {
      grid: { ...look.grid, top: 8, bottom: 48 },
      tooltip: {
        ...look.tooltip,
        formatter: ({ value: [hour, day, calls] }: { value: [number, number, number] }) =>
          `${format.weekday(day + 1)} ${format.hour(hour)}: ${format.number(calls)}`,
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
      columns={WEEKDAYS.map(format.weekday)}
      rows={HOURS.map((hour) => ({
        name: clockOf(hour),
        values: WEEKDAYS.map((weekday) => {
          const calls = counts(weekday, hour);
          return { text: format.number(calls), to: calls === 0 ? undefined : hourAddress(days, weekday, hour) };
        }),
      }))}
    >
      <Chart
        option={option}
        height={320}
        onPick={({ index }) => {
          const cell = CELLS[index];
          if (cell !== undefined) void navigate(hourAddress(days, cell.weekday, cell.hour));
        }}
      />
    </ChartSection>
  );
}

const CELLS = WEEKDAYS.flatMap((weekday) => HOURS.map((hour) => ({ weekday, hour })));

function clockOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
