import { lazy, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { OUTCOMES } from '../../api/outcomes.ts';
import type { Outcome } from '../../api/types.ts';
import { useChartLook } from '../../components/chart/chart-look.ts';
import { useOutcomeBars } from '../../components/chart/use-outcome-bars.ts';
import { useFormat } from '../../format/use-format.ts';
import { loadPart } from '../../updates/load-part.ts';
import { ChartSection } from './chart-section.tsx';
import type { Dashboard } from './figures.ts';
import { type Days, eachDay } from './period.ts';
import { callsAddress } from './rows-address.ts';
import { BEFORE, useBeforeLine } from './use-before-line.ts';

const Chart = lazy(() => loadPart(() => import('../../components/chart/chart.tsx')));

type Props = { days: Days; dashboard: Dashboard; daysBefore: Days; before: Dashboard };

/** A bar for each day, its parts by outcome, and the day of the period before as a line; each leads to its calls. */
export function CallsByDay({ days, dashboard, daysBefore, before }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const format = useFormat();
  const look = useChartLook();
  const barsOf = useOutcomeBars();
  const beforeLine = useBeforeLine();
  const { each, series } = useMemo(() => countByDay(days, dashboard), [days, dashboard]);
  const [, totals] = useMemo(() => totalsByDay(days, dashboard), [days, dashboard]);
  const [eachBefore, countsBefore] = useMemo(() => totalsByDay(daysBefore, before), [daysBefore, before]);
  const option = useMemo(
    () => ({
      ...look,
      grid: look.gridUnder(series.length + 1),
      tooltip: { ...look.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { ...look.names, data: each.map(format.shortDay) },
      yAxis: look.numbers,
      series: [...series.map(barsOf), beforeLine(countsBefore)],
    }),
    [look, each, series, barsOf, format, beforeLine, countsBefore],
  );
  const open = (day: string | undefined, outcome?: Outcome) =>
    day !== undefined && void navigate(addressOf(day, outcome));
  return (
    <ChartSection
      name="calls_by_day"
      columns={[
        ...series.map(({ outcome }) => translate(`outcome.${outcome}`)),
        translate('dashboard.columns.calls'),
        translate('dashboard.columns.before'),
      ]}
      rows={each.map((day, place) => ({
        name: format.day(day),
        to: addressOf(day),
        values: [
          ...series.map(({ outcome, counts }) => count(counts[place] ?? 0, addressOf(day, outcome))),
          count(totals[place] ?? 0, addressOf(day)),
          count(countsBefore[place] ?? 0, addressOf(eachBefore[place] ?? day)),
        ],
      }))}
    >
      <Chart
        option={option}
        height={320}
        onPick={({ series: picked, index }) => {
          if (picked === BEFORE) open(eachBefore[index]);
          else
            open(
              each[index],
              OUTCOMES.find((one) => one === picked),
            );
        }}
      />
    </ChartSection>
  );

  function count(calls: number, to: string) {
    return { text: format.number(calls), to: calls === 0 ? undefined : to };
  }
}

function addressOf(day: string, outcome?: Outcome): string {
  return callsAddress({ from: day, to: day }, outcome === undefined ? {} : { outcome: [outcome] });
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

function totalsByDay(days: Days, dashboard: Dashboard): [each: string[], totals: number[]] {
  const totals = new Map<string, number>();
  for (const { day, calls } of dashboard.days) totals.set(day, (totals.get(day) ?? 0) + calls);
  const each = eachDay(days);
  return [each, each.map((day) => totals.get(day) ?? 0)];
}
