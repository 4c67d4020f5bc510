import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { WebhookEvent } from '../../api/types.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { useFormat } from '../../format/use-format.ts';

/** What MCUBE sent: of an event, as it was read; of a refused request, as it came. */
export function Sent({ event: { payload, request } }: { event: WebhookEvent }) {
  const translate = useTranslate();
  const text = request?.body ?? JSON.stringify(payload, null, 2);
  return (
    <Paper variant="outlined" component="section" aria-labelledby="payload" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="h2" id="payload">
          {translate('inbox.payload')}
        </Typography>
        <CopyButton text={text} label="copy.copy" />
      </Stack>
      {request === undefined ? (
        <Typography variant="body2" color="textSecondary">
          {translate('inbox.payload_hint')}
        </Typography>
      ) : (
        <HowItCame request={request} />
      )}
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
          ...(request !== undefined && { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
        }}
      >
        {text === '' ? translate('inbox.nothing_sent') : text}
      </Box>
    </Paper>
  );
}

function HowItCame({ request }: { request: NonNullable<WebhookEvent['request']> }) {
  const translate = useTranslate();
  const format = useFormat();
  const { method, content_type, body, body_bytes } = request;
  const came = { method, type: content_type ?? translate('inbox.no_type'), bytes: format.number(body_bytes) };
  // What was left out of a body for its length; secrets make it a little shorter as well.
  const isCut = body_bytes > MOST_KEPT;
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {translate('inbox.request_hint')}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
        {translate('inbox.came', came)}
        {isCut && ` ${translate('inbox.cut', { bytes: format.number(body.length) })}`}
      </Typography>
    </>
  );
}

/** Bytes that the service keeps of a refused body. */
const MOST_KEPT = 64 * 1024;
