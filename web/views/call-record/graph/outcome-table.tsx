import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { visuallyHidden } from '@mui/utils';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Outcome } from '../../../api/types.ts';
import { fieldLabel } from '../../../components/search/field-label.ts';
import { useFormat } from '../../../format/use-format.ts';
import type { OutcomeRow } from './outcome-rows.ts';

type Props = {
  by: string;
  outcomes: readonly Outcome[];
  rows: readonly OutcomeRow[];
  visible: boolean;
  /** Where the calls of a row are, or those of them that ended so. */
  addressOf: (row: OutcomeRow, outcome: Outcome | undefined) => string | undefined;
};

/** What the bars say, in numbers: for whoever reads rather than looks, and for screen readers in any case. */
export function OutcomeTable({ by, outcomes, rows, visible, addressOf }: Props) {
  const translate = useTranslate();
  const { number } = useFormat();
  const cell = (row: OutcomeRow, outcome: Outcome | undefined, text: string) => {
    const to = addressOf(row, outcome);
    if (to === undefined) return text;
    return (
      <Link
        component={RouterLink}
        to={to}
        tabIndex={visible ? 0 : -1}
        color={text === row.name ? 'primary' : 'inherit'}
        underline="hover"
      >
        {text}
      </Link>
    );
  };
  return (
    // Reached by the keyboard, since it may be wider than its place.
    <TableContainer
      sx={visible ? {} : visuallyHidden}
      {...(visible && { tabIndex: 0, role: 'group', 'aria-label': translate('graph.title') })}
    >
      <Table size="small" aria-label={translate('graph.title')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate(fieldLabel('call-records', by))}</TableCell>
            {outcomes.map((outcome) => (
              <TableCell key={outcome} align="right">
                {translate(`outcome.${outcome}`)}
              </TableCell>
            ))}
            <TableCell align="right">{translate('graph.all')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key} sx={row.group === undefined ? { '& > *': { fontWeight: 600 } } : {}}>
              <TableCell component="th" scope="row">
                {cell(row, undefined, row.name)}
              </TableCell>
              {outcomes.map((outcome, place) => (
                <TableCell key={outcome} align="right">
                  {row.counts[place] === 0 ? '0' : cell(row, outcome, number(row.counts[place] ?? 0))}
                </TableCell>
              ))}
              <TableCell align="right">{number(row.count)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
