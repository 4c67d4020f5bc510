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
  /** `key`: where two rows may have one name. */
  rows: readonly { key?: string; name: string; to?: string | undefined; values: readonly Count[] }[];
};

/** What is shown, and where the rows that it counts are. */
export type Count = { text: string; to?: string | undefined };

/** Counts in rows; each leads to what it counts, and so does the name of a row. */
export function CountTable({ name, columns, rows }: CountTableProps) {
  const translate = useTranslate();
  const heading = translate(`dashboard.sections.${name}`);
  return (
    // Reached by the keyboard, since it may be wider than its place.
    <TableContainer tabIndex={0} role="group" aria-label={heading}>
      <Table size="small" aria-label={heading} sx={{ '& td, & th': { px: 0.75 } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={STAYS}>{translate(`dashboard.row.${name}`)}</TableCell>
            {columns.map((column) => (
              <TableCell key={column} align="right">
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key ?? row.name}>
              <TableCell component="th" scope="row" sx={STAYS}>
                <Rows to={row.to} color="primary">
                  {row.name}
                </Rows>
              </TableCell>
              {columns.map((column, place) => (
                <TableCell key={column} align="right" sx={{ whiteSpace: 'nowrap' }}>
                  <Rows to={row.values[place]?.to} color="inherit" label={`${row.name}, ${column}`}>
                    {row.values[place]?.text ?? ''}
                  </Rows>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

type RowsProps = { to: string | undefined; color: string; label?: string; children: string };

function Rows({ to, color, label, children }: RowsProps) {
  if (to === undefined) return children;
  const named = label === undefined ? {} : { 'aria-label': `${label}: ${children}` };
  return (
    <Link component={RouterLink} to={to} color={color} underline="hover" {...named}>
      {children}
    </Link>
  );
}

/** The name of a row, while its numbers are scrolled by. */
const STAYS = { whiteSpace: 'nowrap', position: 'sticky', left: 0, bgcolor: 'background.paper', zIndex: 1 } as const;
