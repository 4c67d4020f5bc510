import ReplayIcon from '@mui/icons-material/ReplayOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { WebhookEvent } from '../api/types.ts';
import { FormPage } from '../components/form-page.tsx';
import { Moment } from '../components/moment.tsx';
import { said } from '../i18n/said.ts';
import { RecordLink } from './webhook-event/record-link.tsx';
import { ReplayDialog } from './webhook-event/replay-dialog.tsx';
import { Sent } from './webhook-event/sent.tsx';
import { StateBadge } from './webhook-event/state-badge.tsx';

/** One thing that MCUBE sent, without secrets, and what became of it. */
export default function WebhookEventForm() {
  const translate = useTranslate();
  return (
    <FormPage<WebhookEvent>
      title={({ id }) => translate('inbox.event', { id })}
      form={(event) => <Event event={event} />}
    />
  );
}

function Event({ event }: { event: WebhookEvent }) {
  const translate = useTranslate();
  const [replaying, setReplaying] = useState(false);
  return (
    <Stack spacing={2} sx={{ maxWidth: 960 }}>
      <Paper variant="outlined" sx={{ p: 2 }}>
        <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <StateBadge state={event.state} />
          <Moment value={event.received_at} />
          <RecordLink event={event} />
          <Box sx={{ flex: 1 }} />
          <Button variant="outlined" startIcon={<ReplayIcon />} onClick={() => setReplaying(true)}>
            {translate('inbox.replay')}
          </Button>
        </Stack>
        {event.reason !== null && (
          <Typography sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>
            {said(event.reason, event.reason_sentences)}
          </Typography>
        )}
        {event.next_attempt_at !== null && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {translate('inbox.next_attempt')} <Moment value={event.next_attempt_at} />
          </Typography>
        )}
        {event.state === 'refused' && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {translate('inbox.refused_hint')}
          </Typography>
        )}
      </Paper>
      <Sent event={event} />
      {replaying && <ReplayDialog ids={[event.id]} onClose={() => setReplaying(false)} />}
    </Stack>
  );
}
