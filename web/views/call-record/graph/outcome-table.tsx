import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { visuallyHidden } from '@mui/utils';
import { useTranslate } from 'react-admin';
import { fieldLabel } from '../../../components/search/field-label.ts';
import { useGroupName } from '../../../components/search/use-group-name.ts';
import type { RecordGroup } from '../../../components/search/use-groups.ts';
import { useFormat } from '../../../format/use-format.ts';
import type { Outcome, OutcomesOfGroups } from './use-outcomes.ts';

type Props = {
  by: string;
  data: OutcomesOfGroups;
  visible: boolean;
  onOpen: (group: RecordGroup, outcome: Outcome | undefined) => void;
};

/** What the bars say, in numbers: for whoever reads rather than looks, and for screen readers in any case. */
export function OutcomeTable({ by, data: { groups, outcomes }, visible, onOpen }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useGroupName();
  return (
    <TableContainer sx={visible ? {} : visuallyHidden}>
      <Table size="small" aria-label={translate('graph.title')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate(fieldLabel('call-records', by))}</TableCell>
            {outcomes.map(({ outcome }) => (
              <TableCell key={outcome} align="right">
                {translate(`outcome.${outcome}`)}
              </TableCell>
            ))}
            <TableCell align="right">{translate('graph.all')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {groups.map((group, index) => (
            <TableRow key={String(group.value)}>
              <TableCell component="th" scope="row">
                <Link component="button" tabIndex={visible ? 0 : -1} onClick={() => onOpen(group, undefined)}>
                  {nameOf(by, group)}
                </Link>
              </TableCell>
              {outcomes.map(({ outcome, counts }) => (
                <TableCell key={outcome} align="right">
                  {format.number(counts[index] ?? 0)}
                </TableCell>
              ))}
              <TableCell align="right">{format.number(group.count)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
