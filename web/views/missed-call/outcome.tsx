import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { MissedCall } from '../../api/types.ts';
import { Moment } from '../../components/moment.tsx';
import { outcomeWords } from './outcome-words.ts';

/** What became of the promise: who kept it, or why it was none; until when it sleeps. */
export function Outcome({ row }: { row: MissedCall }) {
  const translate = useTranslate();
  const outcome = outcomeWords(row, translate);
  if (outcome === null) return null;
  const { words, moment } = outcome;
  return (
    <Typography variant="body2" component="span" color="textSecondary">
      {words}{' '}
      {row.closed_call_record_id === null ? (
        <Moment value={moment} />
      ) : (
        <Link
          component={RouterLink}
          to={`/call-records/${row.closed_call_record_id}/show`}
          sx={{ display: 'inline-block', lineHeight: '24px' }}
        >
          <Moment value={moment} />
        </Link>
      )}
    </Typography>
  );
}
