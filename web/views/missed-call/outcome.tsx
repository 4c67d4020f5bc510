import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { MissedCall } from '../../api/types.ts';
import { Moment } from '../../components/moment.tsx';

/** What became of the promise: who kept it, or why it was none; until when it sleeps. */
export function Outcome({ row }: { row: MissedCall }) {
  const translate = useTranslate();
  const name = row.closed_user_name ?? translate('missed.somebody');
  if (row.state === 'snoozed' && row.snoozed_until !== null)
    return (
      <Typography variant="body2" component="span" color="textSecondary">
        {translate('missed.until')} <Moment value={row.snoozed_until} />
      </Typography>
    );
  if (row.closed_date === null) return null;
  return (
    <Typography variant="body2" component="span" color="textSecondary">
      {row.closed_rule === 'not_needed'
        ? translate('missed.closed.not_needed', { name, reason: row.closed_reason ?? '' })
        : translate('missed.closed.connected', { name })}{' '}
      {row.closed_call_record_id === null ? (
        <Moment value={row.closed_date} />
      ) : (
        <Link
          component={RouterLink}
          to={`/call-records/${row.closed_call_record_id}/show`}
          sx={{ display: 'inline-block', lineHeight: '24px' }}
        >
          <Moment value={row.closed_date} />
        </Link>
      )}
    </Typography>
  );
}
