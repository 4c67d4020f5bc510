import Box from '@mui/material/Box';
import { lazy, Suspense, useMemo } from 'react';
import type { Outcome } from '../../../api/types.ts';
import { useChartLook } from '../../../components/chart/chart-look.ts';
import { useOutcomeBars } from '../../../components/chart/use-outcome-bars.ts';
import { useGroupName } from '../../../components/search/use-group-name.ts';
import type { RecordGroup } from '../../../components/search/use-groups.ts';
import { useFormat } from '../../../format/use-format.ts';
import { loadPart } from '../../../updates/load-part.ts';
import { countOf } from './outcome-rows.ts';
import type { OutcomesOfGroups } from './use-outcomes.ts';

const Chart = lazy(() => loadPart(() => import('../../../components/chart/chart.tsx')));

type Props = {
  by: string;
  data: OutcomesOfGroups;
  onOpen: (group: RecordGroup, outcome: Outcome | undefined) => void;
};

/** A bar for each group, its parts by outcome; pressed, it leads to its calls. */
export function OutcomeChart({ by, data: { groups, outcomes }, onOpen }: Props) {
  const format = useFormat();
  const nameOf = useGroupName();
  const look = useChartLook();
  const barsOf = useOutcomeBars();
  const upright = by === 'day';
  const option = useMemo(() => {
    const names = {
      ...look.names,
      data: groups.map((group) => (upright ? format.shortDay(String(group.value)) : nameOf(by, group))),
      inverse: !upright,
      axisLabel: { ...look.names.axisLabel, width: 180, overflow: 'truncate' as const },
    };
    return {
      ...look,
      grid: look.gridUnder(outcomes.length),
      tooltip: {
        ...look.tooltip,
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: unknown) => format.number(Number(value)),
      },
      xAxis: upright ? names : look.numbers,
      yAxis: upright ? look.numbers : names,
      series: outcomes.map((outcome) => barsOf({ outcome, counts: groups.map((group) => countOf(group, outcome)) })),
    };
  }, [by, groups, outcomes, upright, look, barsOf, format, nameOf]);
  const height = upright ? 420 : Math.max(220, groups.length * 32 + 80);
  return (
    <Suspense fallback={<Box sx={{ height }} />}>
      <Chart
        option={option}
        height={height}
        onPick={({ series, index }) => {
          const group = groups[index];
          if (group !== undefined)
            onOpen(
              group,
              outcomes.find((outcome) => outcome === series),
            );
        }}
      />
    </Suspense>
  );
}
