import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { CallRecord } from '../../../api/types.ts';
import { Moment } from '../../../components/moment.tsx';
import { PhoneNumber } from '../../../components/phone-number.tsx';
import { fieldLabel } from '../../../components/search/field-label.ts';
import { Section } from '../../../components/section.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** What else is known of a call. What MCUBE did not say is left out. */
export function CallDetails({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const format = useFormat();
  const { call_date, end_date, ring_seconds, virtual_number, agent_phone, duration } = call;
  const facts: [field: string, value: ReactNode][] = [
    ['call_date', <Moment key="begun" value={call_date} />],
    ['end_date', end_date !== null && <Moment key="ended" value={end_date} />],
    ['ring_seconds', ring_seconds !== null && format.duration(ring_seconds)],
    ['duration', duration > 0 && format.duration(duration)],
    ['virtual_number', virtual_number !== null && <PhoneNumber key="virtual" value={virtual_number} />],
    ['agent_name', call.agent_name],
    ['agent_phone', agent_phone !== null && <PhoneNumber key="agent" value={agent_phone} />],
    ['group_name', call.group_name],
    ['status', call.status],
    ['disconnected_by', call.disconnected_by],
    ['ref_id', call.ref_id],
    ['call_id', call.call_id],
  ];
  return (
    <Section title={translate('calls.details')}>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'auto minmax(0, 1fr)',
          columnGap: 2,
          rowGap: 0.75,
          m: 0,
          alignItems: 'baseline',
        }}
      >
        {facts
          .filter(([, value]) => value !== null && value !== false && value !== '')
          .map(([field, value]) => (
            <Box key={field} sx={{ display: 'contents' }}>
              <Typography component="dt" variant="body2" color="textSecondary">
                {translate(fieldLabel('call-records', field))}
              </Typography>
              <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </Box>
          ))}
      </Box>
    </Section>
  );
}
