import Alert from '@mui/material/Alert';
import { useGetOne, useTranslate } from 'react-admin';
import type { CallRecord } from '../api/types.ts';

/** The call that rang here went to somebody else. */
export function AnsweredElsewhere({ id }: { id: number }) {
  const translate = useTranslate();
  const { data } = useGetOne<CallRecord>('call-records', { id });
  // Not its owner: that may be a third one.
  const name = data?.agent_user_name ?? data?.agent_name;
  if (data === undefined) return null;
  return (
    <Alert severity="info" role="status" elevation={8} sx={{ flexShrink: 0 }}>
      {name === null || name === undefined
        ? translate('popup.gone')
        : translate(data.outcome === 'in_progress' ? 'popup.went_to' : 'popup.answered_by', { name })}
    </Alert>
  );
}
