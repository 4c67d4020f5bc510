import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CopyButton } from '../components/copy-button.tsx';
import { Moment } from '../components/moment.tsx';
import { PhoneNumber } from '../components/phone-number.tsx';
import { useFormat } from '../format/use-format.ts';
import { NewCaller } from './new-caller.tsx';
import type { MyCall } from './use-my-calls.ts';

/** What is known of whoever calls: their lead, or that there is none yet but the one this call made. */
export function About({ call }: { call: MyCall }) {
  const translate = useTranslate();
  const format = useFormat();
  const { call_record, lead, last_note, last_outcome } = call;
  return (
    <Stack spacing={0.75}>
      <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center', minHeight: 32 }}>
        <PhoneNumber value={call_record.phone_number} />
        {call_record.phone_number !== null && <CopyButton text={call_record.phone_number} label="popup.copy" />}
      </Stack>
      {call_record.virtual_number !== null && (
        <Line>{translate('popup.on', { number: format.phone(call_record.virtual_number) })}</Line>
      )}
      {lead === null && <Line>{translate('popup.no_lead')}</Line>}
      {lead !== null && (lead.is_new || lead.is_unnamed) && <NewCaller lead={lead} />}
      {lead !== null && !lead.is_new && (
        <>
          <Line>
            {[
              lead.stage_name,
              lead.user_name ?? translate('popup.nobodys'),
              translate('popup.nth_call', { smart_count: lead.call_count }),
            ].join(' · ')}
          </Line>
          {last_outcome !== null && (
            <Line>{translate('popup.last_time', { outcome: translate(`outcome.${last_outcome}`) })}</Line>
          )}
          {lead.next_follow_up_at !== null && (
            <Line>
              {translate('popup.follow_up')} <Moment value={lead.next_follow_up_at} />
            </Line>
          )}
          {last_note !== null && (
            <Typography
              variant="body2"
              sx={{ borderLeft: 3, borderColor: 'divider', pl: 1, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
            >
              {last_note.body}
              <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
                {last_note.user_name} · <Moment value={last_note.create_date} />
              </Typography>
            </Typography>
          )}
        </>
      )}
      {lead !== null && (
        <Link component={RouterLink} to={`/leads/${lead.id}/show`} variant="body2" sx={{ py: 0.5 }}>
          {translate('popup.open_lead')}
        </Link>
      )}
    </Stack>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" color="textSecondary">
      {children}
    </Typography>
  );
}
