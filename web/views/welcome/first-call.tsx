import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { CallRecord, Schema } from '../../api/types.ts';
import { Moment } from '../../components/moment.tsx';
import { OutcomeBadge } from '../../components/outcome-badge.tsx';
import { PhoneNumber } from '../../components/phone-number.tsx';
import { useFormat } from '../../format/use-format.ts';

/** Waits for the first call, and shows it the moment it is there. */
export function FirstCall({ event_count, call_count, refused_count }: Schema['Setup']) {
  const translate = useTranslate();
  const format = useFormat();
  const { data = [] } = useGetList<CallRecord>('call-records', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'DESC' },
  });
  const [call] = data;
  if (call === undefined || call_count === 0)
    return (
      <Stack spacing={1.5} role="status">
        <Typography variant="body2">
          {translate(event_count === 0 ? 'welcome.waiting' : 'welcome.no_call_yet', { smart_count: event_count })}
        </Typography>
        {refused_count > 0 && (
          <Alert
            severity="warning"
            action={
              <Button color="inherit" size="small" component={Link} to={REFUSED}>
                {translate('welcome.to_refused')}
              </Button>
            }
          >
            {translate('welcome.refused', { smart_count: refused_count, count: format.number(refused_count) })}
          </Alert>
        )}
        <LinearProgress aria-label={translate('welcome.first_call')} />
      </Stack>
    );
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }} role="status">
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <OutcomeBadge outcome={call.outcome} />
        <PhoneNumber value={call.phone_number} />
        <Moment value={call.call_date} />
      </Stack>
      <Typography variant="body2">
        {translate('welcome.arrived', { smart_count: call_count, calls: format.number(call_count) })}
      </Typography>
      <Button variant="contained" component={Link} to="/call-records">
        {translate('welcome.to_calls')}
      </Button>
    </Stack>
  );
}

const REFUSED = `/webhook-events?${new URLSearchParams({ filter: JSON.stringify({ state: 'refused' }) })}`;
