import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([
  BarChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

type Props = {
  option: EChartsCoreOption;
  height: number;
  /** What was pressed: the names of the series and of the place on the axis. */
  onPick?: (picked: { series: string | undefined; index: number }) => void;
};

/** A chart as ECharts draws it. Whoever does not see it needs the same as a table beside it. */
export default function Chart({ option, height, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const pick = useRef(onPick);
  const { palette, typography } = useTheme();
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current);
    chart.current = drawn;
    drawn.on('click', ({ seriesId, dataIndex }) => pick.current?.({ series: seriesId, index: dataIndex }));
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(place.current);
    return () => {
      resized.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    const text = { color: palette.text.primary, fontFamily: typography.fontFamily ?? 'sans-serif' };
    chart.current?.setOption({ textStyle: text, animation: false, ...option }, { notMerge: true });
  }, [option, palette, typography]);
  return <Box ref={place} aria-hidden sx={{ height, width: '100%' }} />;
}
