import LateIcon from '@mui/icons-material/ErrorOutlined';
import SoonIcon from '@mui/icons-material/HourglassBottomOutlined';
import WaitingIcon from '@mui/icons-material/ScheduleOutlined';
import Chip from '@mui/material/Chip';
import { useTranslate } from 'react-admin';
import { useSession } from '../../api/session.ts';
import type { MissedCall } from '../../api/types.ts';
import { useFormat } from '../../format/use-format.ts';

const LOOKS = {
  fresh: { icon: <WaitingIcon />, color: 'default' },
  soon: { icon: <SoonIcon />, color: 'warning' },
  late: { icon: <LateIcon />, color: 'error' },
} as const;

/** How long somebody waits, in working time: past half of the promised time it warns, past all of it it is late. */
export function Waiting({ row }: { row: MissedCall }) {
  const translate = useTranslate();
  const format = useFormat();
  const { settings } = useSession();
  const target = settings.callback_target_minutes * 60;
  const urgency = row.waiting_seconds >= target ? 'late' : row.waiting_seconds * 2 >= target ? 'soon' : 'fresh';
  const waited = format.minutes(row.waiting_seconds);
  if (row.state === 'closed') return waited;
  const { icon, color } = LOOKS[urgency];
  return (
    <Chip
      size="small"
      variant="outlined"
      icon={icon}
      color={color}
      label={urgency === 'fresh' ? waited : translate(`missed.waiting.${urgency}`, { time: waited })}
      title={translate('missed.due', { time: format.momentInFull(row.due_date) })}
    />
  );
}
