import { useTheme } from '@mui/material/styles';
import { lazy, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useChartLook } from '../../components/chart/chart-look.ts';
import { useFormat } from '../../format/use-format.ts';
import { ChartSection } from './chart-section.tsx';
import type { Dashboard } from './figures.ts';
import { type Days, eachDay } from './period.ts';
import { leadsAddress } from './rows-address.ts';

const Chart = lazy(() => import('../../components/chart/chart.tsx'));

/** Leads opened and won, day by day. */
export function LeadsByDay({ days, dashboard }: { days: Days; dashboard: Dashboard }) {
  const translate = useTranslate();
  const format = useFormat();
  const look = useChartLook();
  const { palette } = useTheme();
  const each = useMemo(() => {
    const counts = new Map(dashboard.leads.map((lead) => [lead.day, lead]));
    return eachDay(days).map((day) => counts.get(day) ?? { day, new_leads: 0, won_leads: 0 });
  }, [days, dashboard]);
  const option = useMemo(() => {
    const bars = { type: 'bar', barMaxWidth: 24 };
    return {
      ...look,
      tooltip: { ...look.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { ...look.names, data: each.map(({ day }) => format.shortDay(day)) },
      yAxis: look.numbers,
      series: [
        {
          ...bars,
          name: translate('dashboard.columns.new_leads'),
          data: each.map(({ new_leads }) => new_leads),
          itemStyle: { color: palette.primary.main },
        },
        {
          ...bars,
          name: translate('dashboard.columns.won_leads'),
          data: each.map(({ won_leads }) => won_leads),
          itemStyle: { color: palette.secondary.main },
        },
      ],
    };
  }, [look, each, palette, translate, format]);
  return (
    <ChartSection
      name="leads_by_day"
      columns={[translate('dashboard.columns.new_leads'), translate('dashboard.columns.won_leads')]}
      rows={each.map(({ day, new_leads, won_leads }) => ({
        name: format.day(day),
        to: leadsAddress({ from: day, to: day }),
        values: [format.number(new_leads), format.number(won_leads)],
      }))}
    >
      <Chart option={option} height={280} />
    </ChartSection>
  );
}
