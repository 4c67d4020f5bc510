import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useIsPhone } from '../../../layout/use-is-phone.ts';
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
  const isPhone = useIsPhone();
  const columns = leads.length + 1;
  // On a phone what is compared stands above its values: all of them are in sight, and only where there are any.
  const shown = isPhone ? rows.filter(({ text }) => [...leads, result].some((one) => (text(one) ?? '') !== '')) : rows;
  const minWidth = isPhone ? 96 : 150;
  return (
    <TableContainer tabIndex={0} aria-label={translate('merge.compare')}>
      <Table size="small" sx={isPhone ? { tableLayout: leads.length > 2 ? 'auto' : 'fixed' } : {}}>
        <TableHead>
          {isPhone && <FieldRow columns={columns} field={translate('merge.keep')} />}
          <TableRow>
            {!isPhone && <TableCell>{translate('merge.keep')}</TableCell>}
            {leads.map((lead) => (
              <TableCell key={lead.id} sx={{ minWidth, whiteSpace: 'normal', verticalAlign: 'top' }}>
                <FormControlLabel
                  control={
                    <Radio size="small" checked={lead.id === kept.id} onChange={() => onKeep(lead)} name="kept" />
                  }
                  label={lead.name}
                  sx={isPhone ? { alignItems: 'flex-start', mx: 0, flexDirection: 'column' } : {}}
                  slotProps={{ typography: { sx: NAME } }}
                />
              </TableCell>
            ))}
            <TableCell sx={{ ...AFTER, minWidth, whiteSpace: 'normal', color: 'text.primary' }}>
              {translate('merge.result')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(({ field, text }) => (
            <Fragment key={field}>
              {isPhone && <FieldRow columns={columns} field={translate(`resources.leads.fields.${field}`)} />}
              <TableRow>
                {!isPhone && (
                  <TableCell component="th" scope="row" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
                    {translate(`resources.leads.fields.${field}`)}
                  </TableCell>
                )}
                {leads.map((lead) => (
                  <TableCell key={lead.id} sx={WRAPPED}>
                    {text(lead)}
                  </TableCell>
                ))}
                <TableCell sx={{ ...AFTER, ...WRAPPED, fontWeight: text(result) === text(kept) ? 400 : 600 }}>
                  {text(result)}
                </TableCell>
              </TableRow>
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

const AFTER = { bgcolor: 'action.selected' } as const;
const WRAPPED = { overflowWrap: 'anywhere' } as const;
const NAME = { fontWeight: 600, color: 'text.primary', overflowWrap: 'anywhere' } as const;

/** What the row below compares. */
function FieldRow({ columns, field }: { columns: number; field: string }) {
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="rowgroup"
        colSpan={columns}
        sx={{ border: 0, pb: 0, fontWeight: 400, fontSize: '0.75rem', color: 'text.secondary' }}
      >
        {field}
      </TableCell>
    </TableRow>
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
