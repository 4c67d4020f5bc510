import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { CallRecord } from '../../api/types.ts';
import { DirectionIcon } from '../../components/direction-icon.tsx';
import { Moment } from '../../components/moment.tsx';
import { OutcomeBadge } from '../../components/outcome-badge.tsx';
import { InlinePlayer } from '../../components/player/inline-player.tsx';
import { TagChips } from '../../components/tags/tag-chips.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Customer } from './customer.tsx';

/** A call on a phone. */
export function CallRecordCard({ call }: { call: CallRecord }) {
  const format = useFormat();
  const { direction, outcome, call_date, duration, agent_name, user_name, tag_ids } = call;
  return (
    <Stack direction="row" spacing={1.5} sx={{ p: 1.5, alignItems: 'flex-start' }}>
      <DirectionIcon direction={direction} />
      <Stack spacing={0.5} sx={{ flex: 1, minWidth: 0 }}>
        <Customer call={call} />
        <Typography variant="body2" color="textSecondary" noWrap>
          <Moment value={call_date} />
          {[duration > 0 ? format.duration(duration) : null, agent_name ?? user_name]
            .filter((part) => part !== null)
            .map((part) => ` · ${part}`)}
        </Typography>
        <TagChips ids={tag_ids} />
      </Stack>
      <Stack spacing={0.5} sx={{ alignItems: 'flex-end' }}>
        <OutcomeBadge outcome={outcome} />
        <InlinePlayer call={call} />
      </Stack>
    </Stack>
  );
}
