import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { CallRecord } from '../../../api/types.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { DirectionIcon } from '../../../components/direction-icon.tsx';
import { OutcomeBadge } from '../../../components/outcome-badge.tsx';
import { PhoneNumber } from '../../../components/phone-number.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useCallTitle } from '../use-call-title.ts';

/** Who it was with, how it ended, and when. */
export function CallIdentity({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const format = useFormat();
  const titleOf = useCallTitle();
  const { direction, outcome, call_date, duration, phone_number, agent_name, user_name } = call;
  const with_whom = agent_name ?? user_name;
  return (
    <Paper variant="outlined" sx={{ p: { xs: 1.5, sm: 2 } }}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <DirectionIcon direction={direction} />
        <Typography
          component="p"
          sx={{ fontSize: '1.375rem', fontWeight: 600, lineHeight: 1.2, overflowWrap: 'anywhere' }}
        >
          {titleOf(call)}
        </Typography>
        <OutcomeBadge outcome={outcome} />
      </Stack>
      <Stack
        direction="row"
        sx={{ gap: 0.5, mt: 0.5, alignItems: 'center', flexWrap: 'wrap', color: 'text.secondary' }}
      >
        <PhoneNumber value={phone_number} />
        {phone_number !== null && <CopyButton text={phone_number} label="phone.copy" />}
        <Typography variant="body2" component="span">
          {[
            translate(`direction.${direction}`),
            format.moment(call_date),
            ...(duration > 0 ? [translate('calls.talked', { time: format.duration(duration) })] : []),
            ...(with_whom === null ? [] : [translate('calls.with', { name: with_whom })]),
          ].join(' · ')}
        </Typography>
      </Stack>
    </Paper>
  );
}
