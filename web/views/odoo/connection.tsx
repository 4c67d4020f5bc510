import PauseIcon from '@mui/icons-material/PauseOutlined';
import ResumeIcon from '@mui/icons-material/PlayArrowOutlined';
import CheckIcon from '@mui/icons-material/RefreshOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { request } from '../../api/request.ts';
import { Moment } from '../../components/moment.tsx';
import { Section } from '../../components/section.tsx';
import { said } from '../../i18n/said.ts';
import { ConnectionBadge } from './connection-badge.tsx';
import { type OdooConnection, useOdooDeed } from './use-odoo.ts';

/** The Odoo that is connected: how it is, what it has, and how to pause or leave it. */
export function Connection({ connection }: { connection: OdooConnection }) {
  const translate = useTranslate();
  const deed = useOdooDeed();
  const [busy, setBusy] = useState<'check' | 'pause'>();
  const [leaving, setLeaving] = useState(false);
  const { url, db, login, version, paused, reason, fix, retry_at, last_answer_date } = connection;
  const about = connection.about_sentences?.map((one, place) => said(connection.about[place] ?? '', [one]));
  const during = async (what: 'check' | 'pause', work: () => Promise<unknown>, said: string) => {
    setBusy(what);
    await deed(work, said);
    setBusy(undefined);
  };
  return (
    <Section title={translate('odoo.connection')} action={<ConnectionBadge {...connection} />}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        <Link href={url} target="_blank" rel="noreferrer">
          {url}
        </Link>{' '}
        {translate('odoo.database_and_login', { db, login, version })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {translate('odoo.last_answer')} {last_answer_date === null ? '–' : <Moment value={last_answer_date} />}
      </Typography>
      {reason !== null && (
        <Alert severity="warning" sx={{ mt: 1.5 }}>
          {said(reason, connection.reason_sentences)} {said(fix ?? '', connection.fix_sentences)}
          {retry_at !== null && (
            <Box>
              {translate('odoo.next_try')} <Moment value={retry_at} />
            </Box>
          )}
        </Alert>
      )}
      <Box component="ul" sx={{ pl: 2.5, my: 1.5 }}>
        {(about ?? connection.about).map((sentence) => (
          <Typography component="li" variant="body2" key={sentence}>
            {sentence}
          </Typography>
        ))}
      </Box>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button
          variant="outlined"
          startIcon={<CheckIcon />}
          loading={busy === 'check'}
          onClick={() => void during('check', () => request('POST', '/api/odoo/check'), 'odoo.checked')}
        >
          {translate('odoo.check')}
        </Button>
        <Button
          variant="outlined"
          startIcon={paused ? <ResumeIcon /> : <PauseIcon />}
          loading={busy === 'pause'}
          onClick={() =>
            void during(
              'pause',
              () => request('PATCH', '/api/odoo', { body: { paused: !paused } }),
              paused ? 'odoo.resumed' : 'odoo.is_paused',
            )
          }
        >
          {translate(paused ? 'odoo.resume' : 'odoo.pause')}
        </Button>
        <Button color="error" onClick={() => setLeaving(true)}>
          {translate('odoo.disconnect')}
        </Button>
      </Stack>
      <Confirm
        isOpen={leaving}
        title={translate('odoo.disconnect_title', { url })}
        content={translate('odoo.disconnect_text')}
        confirm={translate('odoo.disconnect')}
        onConfirm={() => {
          setLeaving(false);
          void deed(() => request('DELETE', '/api/odoo'), 'odoo.disconnected');
        }}
        onClose={() => setLeaving(false)}
      />
    </Section>
  );
}
