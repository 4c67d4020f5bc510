import LaterIcon from '@mui/icons-material/EventOutlined';
import LateIcon from '@mui/icons-material/NotificationImportant';
import TodayIcon from '@mui/icons-material/TodayOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { dayOf } from '../../format/moment.ts';
import { useFormat } from '../../format/use-format.ts';
import { useNow } from '../../format/use-now.ts';
import { Moment } from '../moment.tsx';

/** When a lead is to be called next: red once that is past, which an icon and a word say too. */
export function FollowUpMoment({ at }: { at: string }) {
  const translate = useTranslate();
  const { timeZone } = useFormat();
  const now = new Date(useNow());
  const isLate = new Date(at) < now;
  const isToday = dayOf(new Date(at), timeZone) === dayOf(now, timeZone);
  const [Icon, word] = isLate ? [LateIcon, 'late'] : isToday ? [TodayIcon, 'today'] : [LaterIcon, 'planned'];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        fontSize: '0.8125rem',
        whiteSpace: 'nowrap',
        color: isLate ? 'error.main' : 'text.secondary',
        fontWeight: isLate ? 600 : 400,
      }}
    >
      <Icon sx={{ fontSize: '1rem' }} titleAccess={translate('follow_up.title')} />
      {word !== 'planned' && `${translate(`follow_up.${word}`)} · `}
      <Moment value={at} />
    </Box>
  );
}
