import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

export type CountTableProps = {
  /** The key of its heading in the catalogue (dashboard.sections). */
  name: string;
  columns: readonly string[];
  rows: readonly { name: string; to?: string; values: readonly string[] }[];
};

/** Counts in rows; the name of a row leads to what it counts. */
export function CountTable({ name, columns, rows }: CountTableProps) {
  const translate = useTranslate();
  const heading = translate(`dashboard.sections.${name}`);
  return (
    // Reached by the keyboard, since it may be wider than its place.
    <TableContainer tabIndex={0} role="group" aria-label={heading}>
      <Table size="small" aria-label={heading}>
        <TableHead>
          <TableRow>
            <TableCell>{translate(`dashboard.row.${name}`)}</TableCell>
            {columns.map((column) => (
              <TableCell key={column} align="right">
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.name}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {row.to === undefined ? (
                  row.name
                ) : (
                  <Link component={RouterLink} to={row.to} underline="hover">
                    {row.name}
                  </Link>
                )}
              </TableCell>
              {columns.map((column, place) => (
                <TableCell key={column} align="right">
                  {row.values[place]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
