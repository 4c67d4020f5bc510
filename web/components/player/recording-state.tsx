import ClosedIcon from '@mui/icons-material/LockOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { said } from '../../i18n/said.ts';
import type { Recorded } from './recording-player.tsx';

type Props = { call: Recorded; onRetry: (() => Promise<void>) | undefined };

/** Why a recording cannot be heard: not by this person, not yet, not at all, not any more, or not got. */
export function RecordingState({ call, onRetry }: Props) {
  const translate = useTranslate();
  const { recording_state, recording_reason = null, recording_reason_sentences, may_hear = true, outcome } = call;
  const reason = recording_reason === null ? null : said(recording_reason, recording_reason_sentences);
  if (!may_hear && recording_state !== 'none')
    return (
      <Alert severity="info" icon={<ClosedIcon fontSize="inherit" />} role="status">
        {translate('player.closed')}
      </Alert>
    );
  if (recording_state === 'fetching')
    return (
      <Stack spacing={1} role="status">
        <Typography variant="body2">{translate('player.fetching')}</Typography>
        <LinearProgress aria-label={translate('player.fetching')} />
        {reason !== null && (
          <Typography variant="body2" color="textSecondary">
            {translate('player.last_attempt', { reason })}
          </Typography>
        )}
      </Stack>
    );
  if (recording_state === 'none')
    return (
      <Typography variant="body2" color="textSecondary" role="status">
        {translate(outcome === 'answered' || outcome === 'voicemail' ? 'player.none' : `player.none_${outcome}`, {
          _: translate('player.none_unanswered'),
        })}
      </Typography>
    );
  const failed = recording_state === 'failed';
  return (
    <Alert
      severity={failed ? 'warning' : 'info'}
      role="status"
      action={failed && onRetry !== undefined && <Retry onRetry={onRetry} />}
    >
      {translate(failed ? 'player.failed' : 'player.expired')} {reason}
    </Alert>
  );
}

function Retry({ onRetry }: { onRetry: () => Promise<void> }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    await onRetry().catch((error: Error) => notify(error.message, { type: 'error' }));
    setBusy(false);
  };
  return (
    <Button color="inherit" size="small" loading={busy} onClick={() => void retry()}>
      {translate('player.retry')}
    </Button>
  );
}
