import { useTheme } from '@mui/material/styles';
import { lazy, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useChartLook } from '../../components/chart/chart-look.ts';
import { useFormat } from '../../format/use-format.ts';
import { loadPart } from '../../updates/load-part.ts';
import { ChartSection } from './chart-section.tsx';
import type { Dashboard } from './figures.ts';
import { type Days, eachDay } from './period.ts';
import { newLeadsAddress, wonLeadsAddress } from './rows-address.ts';
import { BEFORE, useBeforeLine } from './use-before-line.ts';

const Chart = lazy(() => loadPart(() => import('../../components/chart/chart.tsx')));

type Props = { days: Days; dashboard: Dashboard; daysBefore: Days; before: Dashboard };

/** Leads opened and won, day by day, and as a line those opened in the period before; each leads to its leads. */
export function LeadsByDay({ days, dashboard, daysBefore, before }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const format = useFormat();
  const look = useChartLook();
  const { palette } = useTheme();
  const beforeLine = useBeforeLine();
  const each = useMemo(() => countByDay(days, dashboard), [days, dashboard]);
  const eachBefore = useMemo(() => countByDay(daysBefore, before), [daysBefore, before]);
  const option = useMemo(() => {
    const bars = (name: 'new_leads' | 'won_leads', color: string) => ({
      id: name,
      type: 'bar',
      barMaxWidth: 24,
      name: translate(`dashboard.columns.${name}`),
      data: each.map((day) => day[name]),
      itemStyle: { color },
    });
    return {
      ...look,
      tooltip: { ...look.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { ...look.names, data: each.map(({ day }) => format.shortDay(day)) },
      yAxis: look.numbers,
      series: [
        bars('new_leads', palette.primary.main),
        bars('won_leads', palette.secondary.main),
        beforeLine(eachBefore.map(({ new_leads }) => new_leads)),
      ],
    };
  }, [look, each, eachBefore, beforeLine, palette, translate, format]);
  const opened = (day: string) => newLeadsAddress({ from: day, to: day });
  const won = (day: string) => wonLeadsAddress({ from: day, to: day });
  const count = (leads: number, to: string) => ({ text: format.number(leads), to: leads === 0 ? undefined : to });
  return (
    <ChartSection
      name="leads_by_day"
      columns={['new_leads', 'won_leads', 'before'].map((column) => translate(`dashboard.columns.${column}`))}
      rows={each.map(({ day, new_leads, won_leads }, place) => {
        const past = eachBefore[place];
        return {
          name: format.day(day),
          values: [
            count(new_leads, opened(day)),
            count(won_leads, won(day)),
            count(past?.new_leads ?? 0, opened(past?.day ?? day)),
          ],
        };
      })}
    >
      <Chart
        option={option}
        height={280}
        onPick={({ series, index }) => {
          const day = (series === BEFORE ? eachBefore : each)[index]?.day;
          if (day !== undefined) void navigate(series === 'won_leads' ? won(day) : opened(day));
        }}
      />
    </ChartSection>
  );
}

function countByDay(days: Days, dashboard: Dashboard): Dashboard['leads'] {
  const counts = new Map(dashboard.leads.map((lead) => [lead.day, lead]));
  return eachDay(days).map((day) => counts.get(day) ?? { day, new_leads: 0, won_leads: 0 });
}
