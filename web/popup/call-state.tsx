import EndedIcon from '@mui/icons-material/PhoneDisabledOutlined';
import RingingIcon from '@mui/icons-material/PhoneInTalkOutlined';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { OutcomeBadge } from '../components/outcome-badge.tsx';
import { useFormat } from '../format/use-format.ts';
import type { MyCall } from './use-my-calls.ts';
import { useNow } from './use-now.ts';

/** Ringing, talking or ended, and for how long. */
export function CallState({ call: { state, call_record } }: { call: MyCall }) {
  const translate = useTranslate();
  const format = useFormat();
  const now = useNow(state !== 'ended');
  if (state === 'ended')
    return (
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <EndedIcon fontSize="small" aria-hidden />
        <OutcomeBadge outcome={call_record.outcome} />
        {call_record.duration > 0 && <span>{format.duration(call_record.duration)}</span>}
      </Stack>
    );
  const seconds = (now - Date.parse(call_record.call_date)) / 1000;
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center', color: 'primary.main' }}>
      <RingingIcon fontSize="small" aria-hidden />
      <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
        {translate(`popup.state.${call_record.direction}.${state}`)}
      </Typography>
      <span>{format.duration(seconds)}</span>
    </Stack>
  );
}
