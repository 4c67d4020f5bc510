import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { OdooConflict } from '../../api/types.ts';

/** Which record it is about; one that has a page of its own leads there. */
export function ConflictRecord({ conflict: { model, record_id, record_name } }: { conflict: OdooConflict }) {
  const name = record_name ?? `${model} ${record_id}`;
  const page = PAGES[model];
  if (page === undefined || record_name === null) return name;
  return (
    <Link component={RouterLink} to={page(record_id)}>
      {name}
    </Link>
  );
}

const PAGES: Readonly<Record<string, (id: number) => string>> = {
  'crm.lead': (id) => `/leads/${id}/show`,
  'res.users': (id) => `/users/${id}`,
  'crm.team': (id) => `/teams/${id}`,
};
