import ReconcileIcon from '@mui/icons-material/SyncAltOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { request } from '../../api/request.ts';
import type { Answer } from '../../api/types.ts';
import { Section } from '../../components/section.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useOdooDeed } from './use-odoo.ts';

const DAYS = 14;
const COLUMNS = ['received', 'recorded', 'in_odoo'] as const;

/** Of each day: what MCUBE reported, what is recorded here, what stands in Odoo; a gap has a name. */
export function Balance() {
  const translate = useTranslate();
  const format = useFormat();
  const deed = useOdooDeed();
  const [busy, setBusy] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['odoo', 'balance'],
    queryFn: ({ signal }) =>
      request<Answer<'/api/odoo/balance'>>('GET', '/api/odoo/balance', { query: { days: DAYS }, signal }),
  });
  const reconcile = async () => {
    setBusy(true);
    await deed(() => request('POST', '/api/odoo/reconcile', { body: { days: DAYS } }), 'odoo.reconciled');
    setBusy(false);
  };
  return (
    <Section
      title={translate('odoo.balance')}
      action={
        <Button size="small" startIcon={<ReconcileIcon />} loading={busy} onClick={() => void reconcile()}>
          {translate('odoo.reconcile')}
        </Button>
      }
    >
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {translate('odoo.balance_hint')}
      </Typography>
      {error !== null && <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>}
      {data === undefined && error === null && <LinearProgress aria-label={translate('ra.page.loading')} />}
      {data !== undefined && (
        // Reached by the keyboard, since it may be wider than its place.
        <TableContainer tabIndex={0} role="group" aria-label={translate('odoo.balance')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate('odoo.day')}</TableCell>
                {COLUMNS.map((column) => (
                  <TableCell key={column} align="right">
                    {translate(`odoo.${column}`)}
                  </TableCell>
                ))}
                <TableCell>{translate('odoo.gaps')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.data.map((row) => (
                <TableRow key={row.day}>
                  <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                    {format.day(row.day)}
                  </TableCell>
                  {COLUMNS.map((column) => (
                    <TableCell key={column} align="right">
                      {row[column] === null ? '?' : format.number(row[column])}
                    </TableCell>
                  ))}
                  <TableCell>{row.gaps.map(({ message }) => message).join(' ')}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Section>
  );
}
