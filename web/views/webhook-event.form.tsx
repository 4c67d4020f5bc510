import ReplayIcon from '@mui/icons-material/ReplayOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { WebhookEvent } from '../api/types.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { FormPage } from '../components/form-page.tsx';
import { Moment } from '../components/moment.tsx';
import { RecordLink } from './webhook-event/record-link.tsx';
import { ReplayDialog } from './webhook-event/replay-dialog.tsx';
import { StateBadge } from './webhook-event/state-badge.tsx';

/** One thing that MCUBE sent: as it was stored, without secrets, and what became of it. */
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
  const payload = JSON.stringify(event.payload, null, 2);
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
        {event.reason !== null && <Typography sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>{event.reason}</Typography>}
        {event.next_attempt_at !== null && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {translate('inbox.next_attempt')} <Moment value={event.next_attempt_at} />
          </Typography>
        )}
      </Paper>
      <Paper variant="outlined" component="section" aria-labelledby="payload" sx={{ p: 2 }}>
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
          <Typography variant="h2" id="payload">
            {translate('inbox.payload')}
          </Typography>
          <CopyButton text={payload} label="copy.copy" />
        </Stack>
        <Typography variant="body2" color="textSecondary">
          {translate('inbox.payload_hint')}
        </Typography>
        <Box
          component="pre"
          tabIndex={0}
          sx={{
            m: 0,
            mt: 1,
            p: 1.5,
            borderRadius: 1,
            bgcolor: 'background.default',
            overflowX: 'auto',
            fontSize: '0.8125rem',
          }}
        >
          {payload}
        </Box>
      </Paper>
      {replaying && <ReplayDialog ids={[event.id]} onClose={() => setReplaying(false)} />}
    </Stack>
  );
}
