import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

type Props = { to: string | undefined; label: string; keys: string; children: ReactNode };

/** To the record before or after, as the list stood; at its ends there is none. */
export function StepButton({ to, label, keys, children }: Props) {
  if (to === undefined)
    return (
      <IconButton size="small" disabled aria-label={label}>
        {children}
      </IconButton>
    );
  return (
    <Tooltip title={`${label} (${keys})`}>
      <IconButton size="small" component={Link} to={to} aria-label={label}>
        {children}
      </IconButton>
    </Tooltip>
  );
}
