import ReplayIcon from '@mui/icons-material/ReplayOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { request } from '../../api/request.ts';
import { Moment } from '../../components/moment.tsx';
import { Section } from '../../components/section.tsx';
import { useFormat } from '../../format/use-format.ts';
import { type OdooState, useOdooDeed } from './use-odoo.ts';

/** What has still to go to Odoo, what could not, and how fresh what was read there is. */
export function Queue({ queue, following }: Pick<OdooState, 'queue' | 'following'>) {
  const translate = useTranslate();
  const format = useFormat();
  const deed = useOdooDeed();
  const replay = () =>
    deed(() => request('POST', '/api/odoo-deliveries/replay', { body: { state: 'failed' } }), 'odoo.replayed');
  return (
    <Section
      title={translate('odoo.queue')}
      action={
        queue.failed > 0 && (
          <Button size="small" startIcon={<ReplayIcon />} onClick={() => void replay()}>
            {translate('odoo.replay_all')}
          </Button>
        )
      }
    >
      <Stack direction="row" spacing={4} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Figure name={translate('odoo.waiting')} to={listOf('waiting')} value={format.number(queue.waiting)}>
          {queue.oldest_waiting_date !== null && (
            <>
              {translate('odoo.oldest')} <Moment value={queue.oldest_waiting_date} />
            </>
          )}
        </Figure>
        <Figure name={translate('odoo.failed')} to={listOf('failed')} value={format.number(queue.failed)} />
        <Figure
          name={translate('odoo.read')}
          value={following === null ? '–' : translate('odoo.behind', { time: format.duration(following.lag_seconds) })}
        >
          {following !== null && following.last_read_date !== null && <Moment value={following.last_read_date} />}
        </Figure>
      </Stack>
      <Typography variant="body2" sx={{ mt: 1.5 }}>
        <Link component={RouterLink} to="/odoo-deliveries">
          {translate('odoo.all_deliveries')}
        </Link>{' '}
        ·{' '}
        <Link component={RouterLink} to="/odoo-conflicts">
          {translate('odoo.all_conflicts')}
        </Link>
      </Typography>
    </Section>
  );
}

function listOf(state: string): string {
  return `/odoo-deliveries?filter=${encodeURIComponent(JSON.stringify({ state }))}`;
}

type FigureProps = { name: string; value: string; to?: string; children?: ReactNode };

function Figure({ name, value, to, children }: FigureProps) {
  return (
    <Stack sx={{ minWidth: 140 }}>
      <Typography variant="body2" color="textSecondary">
        {name}
      </Typography>
      <Typography component="span" sx={{ fontSize: '1.5rem', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {to === undefined ? (
          value
        ) : (
          <Link component={RouterLink} to={to} color="inherit" underline="hover" aria-label={`${name}: ${value}`}>
            {value}
          </Link>
        )}
      </Typography>
      <Typography variant="body2" component="span" color="textSecondary">
        {children}
      </Typography>
    </Stack>
  );
}
