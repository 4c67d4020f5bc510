import { lazy, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { OUTCOMES } from '../../api/outcomes.ts';
import type { Outcome } from '../../api/types.ts';
import { useChartLook } from '../../components/chart/chart-look.ts';
import { useOutcomeBars } from '../../components/chart/use-outcome-bars.ts';
import { useFormat } from '../../format/use-format.ts';
import { ChartSection } from './chart-section.tsx';
import type { Dashboard } from './figures.ts';
import { type Days, eachDay } from './period.ts';
import { callsAddress } from './rows-address.ts';

const Chart = lazy(() => import('../../components/chart/chart.tsx'));

/** A bar for each day, its parts by outcome; a part leads to its calls. */
export function CallsByDay({ days, dashboard }: { days: Days; dashboard: Dashboard }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const format = useFormat();
  const look = useChartLook();
  const barsOf = useOutcomeBars();
  const { each, series } = useMemo(() => countByDay(days, dashboard), [days, dashboard]);
  const option = useMemo(
    () => ({
      ...look,
      tooltip: { ...look.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { ...look.names, data: each.map(format.shortDay) },
      yAxis: look.numbers,
      series: series.map(barsOf),
    }),
    [look, each, series, barsOf, format],
  );
  return (
    <ChartSection
      name="calls_by_day"
      columns={series.map(({ outcome }) => translate(`outcome.${outcome}`))}
      rows={each.map((day, place) => ({
        name: format.day(day),
        to: callsAddress({ from: day, to: day }),
        values: series.map(({ counts }) => format.number(counts[place] ?? 0)),
      }))}
    >
      <Chart
        option={option}
        height={320}
        onPick={({ series: picked, index }) => {
          const day = each[index];
          if (day === undefined) return;
          const outcome = OUTCOMES.find((one) => one === picked);
          void navigate(callsAddress({ from: day, to: day }, outcome === undefined ? {} : { outcome: [outcome] }));
        }}
      />
    </ChartSection>
  );
}

function countByDay(days: Days, dashboard: Dashboard): { each: string[]; series: Series[] } {
  const each = eachDay(days);
  const counts = new Map<string, number>();
  for (const { day, outcome, calls } of dashboard.days) {
    const key = `${day} ${outcome}`;
    counts.set(key, (counts.get(key) ?? 0) + calls);
  }
  const series = OUTCOMES.map((outcome) => ({
    outcome,
    counts: each.map((day) => counts.get(`${day} ${outcome}`) ?? 0),
  }));
  return { each, series: series.filter((one) => one.counts.some((count) => count > 0)) };
}

type Series = { outcome: Outcome; counts: number[] };
