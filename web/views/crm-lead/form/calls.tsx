import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { ListBase, RecordContextProvider, useListContext, useTranslate } from 'react-admin';
import type { CallRecord, Lead } from '../../../api/types.ts';
import { DirectionIcon } from '../../../components/direction-icon.tsx';
import { ListPagination } from '../../../components/list-pagination.tsx';
import { Moment } from '../../../components/moment.tsx';
import { OutcomeBadge } from '../../../components/outcome-badge.tsx';
import { PhoneNumber } from '../../../components/phone-number.tsx';
import { InlinePlayer } from '../../../components/player/inline-player.tsx';
import { RowLink } from '../../../components/row-link.tsx';
import { Section } from '../../../components/section.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** Every call of every number of a lead, newest first. */
export function LeadCalls({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  return (
    <Section title={translate('leads.calls', { smart_count: lead.call_count })}>
      <ListBase<CallRecord>
        resource="call-records"
        filter={{ lead_id: lead.id }}
        sort={{ field: 'call_date', order: 'DESC' }}
        perPage={10}
        disableSyncWithLocation
        storeKey={false}
      >
        <Calls several={lead.phone_numbers.length > 1} />
        <ListPagination />
      </ListBase>
    </Section>
  );
}

function Calls({ several }: { several: boolean }) {
  const translate = useTranslate();
  const { data = [], isPending } = useListContext<CallRecord>();
  if (!isPending && data.length === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        {translate('leads.no_calls')}
      </Typography>
    );
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((call) => (
        <RecordContextProvider key={call.id} value={call}>
          <Call call={call} several={several} />
        </RecordContextProvider>
      ))}
    </Stack>
  );
}

/** The number is said where a lead has several. */
function Call({ call, several }: { call: CallRecord; several: boolean }) {
  const format = useFormat();
  const { direction, call_date, outcome, duration, agent_name, user_name, phone_number } = call;
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1}
      sx={{
        alignItems: 'center',
        minHeight: 44,
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { border: 0 },
      }}
    >
      <DirectionIcon direction={direction} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" component="span" noWrap>
          <RowLink>
            <Moment value={call_date} />
          </RowLink>
          {duration > 0 && ` · ${format.duration(duration)}`}
        </Typography>
        <Typography variant="body2" color="textSecondary" noWrap>
          {several && <PhoneNumber value={phone_number} />}
          {several && ' '}
          {agent_name ?? user_name}
        </Typography>
      </Box>
      <OutcomeBadge outcome={outcome} />
      <InlinePlayer call={call} />
    </Stack>
  );
}
