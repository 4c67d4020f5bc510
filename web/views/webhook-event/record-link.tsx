import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { WebhookEvent } from '../../api/types.ts';

/** To the call that an event told of, where it made or changed one. */
export function RecordLink({ event: { call_id, call_record_id } }: { event: WebhookEvent }) {
  const translate = useTranslate();
  if (call_record_id === null) return <span>{call_id}</span>;
  return (
    <Link
      component={RouterLink}
      to={`/call-records/${call_record_id}/show`}
      onClick={(clicked) => clicked.stopPropagation()}
      sx={{ overflowWrap: 'anywhere' }}
    >
      {call_id ?? translate('inbox.its_call')}
    </Link>
  );
}
