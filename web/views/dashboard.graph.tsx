import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { CrashPage } from '../components/crash-page.tsx';
import { FullPageProgress } from '../components/full-page-progress.tsx';
import { useHasBegun } from '../components/use-has-begun.ts';
import { dayOf } from '../format/moment.ts';
import { useFormat } from '../format/use-format.ts';
import { BusiestHours } from './dashboard/busiest-hours.tsx';
import { CallsByDay } from './dashboard/calls-by-day.tsx';
import { CountsByAgent, CountsByNumber } from './dashboard/counts-by.tsx';
import { FigureCards } from './dashboard/figure-cards.tsx';
import { figuresOf } from './dashboard/figures.ts';
import { LeadsByDay } from './dashboard/leads-by-day.tsx';
import { type Days, daysBefore, daysOf, PERIODS } from './dashboard/period.ts';
import { PeriodChoice } from './dashboard/period-choice.tsx';
import { useDashboard } from './dashboard/use-dashboard.ts';

/** How a period went, and the one before. The period stands in the address, so that it can be sent to somebody. */
export default function DashboardGraph() {
  const translate = useTranslate();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const today = dayOf(new Date(), format.timeZone);
  const [from, to] = [search.get('from'), search.get('to')];
  const period = from !== null && to !== null ? undefined : nameOf(search.get('period'));
  const days = useMemo<Days>(
    () => (from !== null && to !== null ? { from, to } : daysOf(period ?? USUAL, today)),
    [from, to, period, today],
  );
  const now = useDashboard(days);
  const past = useMemo(() => daysBefore(days), [days]);
  const before = useDashboard(past);
  const hasBegun = useHasBegun();
  const failed = now.error ?? before.error;
  if (failed !== null) return <CrashPage error={failed} resetErrorBoundary={() => void now.refetch()} />;
  return (
    <Stack spacing={2}>
      <Title title={translate('pages.dashboard')} />
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', minHeight: 40 }}>
        {hasBegun && (
          <PeriodChoice
            period={period}
            days={days}
            today={today}
            onPeriod={(name) => setSearch({ period: name })}
            onDays={(chosen) => setSearch(chosen)}
          />
        )}
        <Typography variant="body2" color="textSecondary">
          {translate('dashboard.zone', { zone: format.timeZone })}
          {now.data !== undefined &&
            ` · ${translate('dashboard.updated', { time: format.clock(now.data.updated_at) })}`}
        </Typography>
      </Stack>
      {!hasBegun || now.data === undefined || before.data === undefined ? (
        <FullPageProgress />
      ) : (
        <>
          <FigureCards days={days} figures={figuresOf(now.data)} before={figuresOf(before.data)} />
          <CallsByDay days={days} dashboard={now.data} daysBefore={past} before={before.data} />
          <Box sx={TWO_COLUMNS}>
            <BusiestHours days={days} dashboard={now.data} />
            <LeadsByDay days={days} dashboard={now.data} daysBefore={past} before={before.data} />
            <CountsByAgent days={days} dashboard={now.data} before={before.data} />
            <CountsByNumber days={days} dashboard={now.data} before={before.data} />
          </Box>
        </>
      )}
    </Stack>
  );
}

const USUAL = 'last_30_days';

const TWO_COLUMNS = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
  alignItems: 'start',
};

function nameOf(text: string | null) {
  return PERIODS.find((period) => period === text) ?? USUAL;
}
