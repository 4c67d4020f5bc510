import FailedIcon from '@mui/icons-material/ErrorOutlined';
import FetchingIcon from '@mui/icons-material/HourglassEmpty';
import ClosedIcon from '@mui/icons-material/LockOutlined';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'react-admin';
import type { CallRecord } from '../../api/types.ts';
import { useFormat } from '../../format/use-format.ts';
import { PlayButton } from './play-button.tsx';
import { recordingAddress } from './recording-address.ts';

/** The recording of a call in a row: a button that plays it there, or a sign of why it cannot. */
export function InlinePlayer({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const format = useFormat();
  const { id, recording_state, may_hear, lead_name, caller_name, phone_number } = call;
  if (recording_state === 'none') return null;
  if (recording_state === 'ready' && may_hear) {
    const name = lead_name ?? caller_name ?? (phone_number === null ? undefined : format.phone(phone_number));
    return <PlayButton address={recordingAddress(id)} size="small" of={name} />;
  }
  const Icon = !may_hear ? ClosedIcon : recording_state === 'fetching' ? FetchingIcon : FailedIcon;
  const label = translate(may_hear ? `player.short_${recording_state}` : 'player.short_closed');
  return (
    <Tooltip title={label}>
      <Icon titleAccess={label} sx={{ fontSize: '1.125rem', color: 'text.secondary', m: 1, verticalAlign: 'middle' }} />
    </Tooltip>
  );
}
