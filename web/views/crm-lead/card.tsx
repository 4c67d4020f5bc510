import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Lead } from '../../api/types.ts';
import { FollowUpMoment } from '../../components/follow-up/follow-up-moment.tsx';
import { OutcomeBadge } from '../../components/outcome-badge.tsx';
import { CallButton } from './call-button.tsx';
import { LeadName } from './lead-name.tsx';

/** A lead on a phone. */
export function LeadCard({ lead }: { lead: Lead }) {
  const { stage_name, user_name, last_call_outcome: outcome, next_follow_up_at: at } = lead;
  return (
    <Stack direction="row" spacing={1} sx={{ p: 1.5, alignItems: 'center' }}>
      <Stack spacing={0.5} sx={{ flex: 1, minWidth: 0 }}>
        <LeadName lead={lead} />
        <Typography variant="body2" color="textSecondary" noWrap>
          {[stage_name, ...(user_name === null ? [] : [user_name])].join(' · ')}
        </Typography>
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          {outcome !== null && <OutcomeBadge outcome={outcome} />}
          {at !== null && <FollowUpMoment at={at} />}
        </Stack>
      </Stack>
      <CallButton lead={lead} />
    </Stack>
  );
}
