import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { MissedCall } from '../../api/types.ts';
import { Moment } from '../../components/moment.tsx';
import { Actions } from './actions.tsx';
import { Outcome } from './outcome.tsx';
import { Person } from './person.tsx';
import { Waiting } from './waiting.tsx';

/** Somebody who waits, on a phone: what to do lies under the thumb. */
export function MissedCallCard({ row }: { row: MissedCall }) {
  const translate = useTranslate();
  return (
    <Stack spacing={1} sx={{ p: 1.5 }}>
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Person row={row} />
        <Waiting row={row} />
      </Stack>
      <Typography variant="body2" color="textSecondary">
        {translate('missed.tries', { smart_count: row.tries })} · {translate(`missed.reason.${row.reason}`)} ·{' '}
        <Moment value={row.last_missed_date} />
        {row.user_name !== null && ` · ${row.user_name}`}
      </Typography>
      <Outcome row={row} />
      <Actions row={row} />
    </Stack>
  );
}
