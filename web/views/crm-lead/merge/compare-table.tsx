import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { useFormat } from '../../../format/use-format.ts';
import { type Compared, mergedFields } from './merged-fields.ts';

type Props = { leads: readonly Lead[]; kept: Lead; onKeep: (lead: Lead) => void };

/** Leads side by side, and at the end what becomes of them; where they differ is said by weight. */
export function CompareTable({ leads, kept, onKeep }: Props) {
  const translate = useTranslate();
  const rows = useRows();
  const result = mergedFields(
    kept,
    leads.filter(({ id }) => id !== kept.id),
  );
  return (
    <TableContainer tabIndex={0} aria-label={translate('merge.compare')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('merge.keep')}</TableCell>
            {leads.map((lead) => (
              <TableCell key={lead.id} sx={{ minWidth: 150 }}>
                <FormControlLabel
                  control={
                    <Radio size="small" checked={lead.id === kept.id} onChange={() => onKeep(lead)} name="kept" />
                  }
                  label={lead.name}
                  slotProps={{ typography: { sx: { fontWeight: 600, color: 'text.primary' } } }}
                />
              </TableCell>
            ))}
            <TableCell sx={{ minWidth: 150, bgcolor: 'action.selected', color: 'text.primary' }}>
              {translate('merge.result')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ field, text }) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
                {translate(`resources.leads.fields.${field}`)}
              </TableCell>
              {leads.map((lead) => (
                <TableCell key={lead.id}>{text(lead)}</TableCell>
              ))}
              <TableCell sx={{ bgcolor: 'action.selected' }}>
                <Typography
                  variant="body2"
                  component="span"
                  sx={{ fontWeight: text(result) === text(kept) ? 400 : 600 }}
                >
                  {text(result)}
                </Typography>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

type Row = { field: string; text: (lead: Compared) => string | null };

function useRows(): Row[] {
  const format = useFormat();
  const moment = (value: string | null) => (value === null ? null : format.moment(value));
  return [
    { field: 'contact_name', text: ({ contact_name }) => contact_name },
    { field: 'phone_numbers', text: ({ phone_numbers }) => phone_numbers.map(format.phone).join(', ') },
    { field: 'email', text: ({ email }) => email },
    { field: 'user_id', text: ({ user_name }) => user_name },
    { field: 'team_id', text: ({ team_name }) => team_name },
    { field: 'stage_id', text: ({ stage_name }) => stage_name },
    { field: 'source_id', text: ({ source_name }) => source_name },
    { field: 'tag_names', text: ({ tag_names }) => tag_names.join(', ') },
    { field: 'next_follow_up_at', text: ({ next_follow_up_at }) => moment(next_follow_up_at) },
    { field: 'call_count', text: ({ call_count }) => format.number(call_count) },
    { field: 'create_date', text: ({ create_date }) => moment(create_date) },
  ];
}
