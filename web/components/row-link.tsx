import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useCanAccess, useCreatePath, useRecordContext, useResourceContext, useResourceDefinition } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

/**
 * What a row is called, leading to its record. The keys j and k move between these (keyboard/use-row-keys.ts); others work on
 * the record of the one that has the focus (keyboard/use-focused-row-keys.ts).
 */
export function RowLink({ children }: { children: ReactNode }) {
  const record = useRecordContext();
  const resource = useResourceContext() ?? '';
  const { hasShow, hasEdit } = useResourceDefinition({ resource });
  const createPath = useCreatePath();
  const { canAccess } = useCanAccess({ resource, action: 'show' });
  const view = hasShow === true ? 'show' : hasEdit === true ? 'edit' : undefined;
  if (record === undefined || view === undefined || canAccess !== true)
    return (
      <span data-row={record?.id} tabIndex={-1}>
        {children}
      </span>
    );
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource, type: view, id: record.id })}
      data-row={record.id}
      color="inherit"
      underline="hover"
      // As high as a finger, or a hand that trembles, needs at the least; links stand above each other in a row.
      sx={{
        display: 'inline-block',
        maxWidth: '100%',
        minHeight: 24,
        lineHeight: '24px',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        verticalAlign: 'bottom',
      }}
    >
      {children}
    </Link>
  );
}
