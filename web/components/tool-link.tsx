import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useIsPhone } from '../layout/use-is-phone.ts';

type Props = { to: string; icon: ReactNode; label: string };

/** A link among the tools of a list; on a phone its icon alone. */
export function ToolLink({ to, icon, label }: Props) {
  const isPhone = useIsPhone();
  if (!isPhone)
    return (
      <Button size="small" component={Link} to={to} startIcon={icon}>
        {label}
      </Button>
    );
  return (
    <Tooltip title={label}>
      <IconButton color="primary" component={Link} to={to} aria-label={label}>
        {icon}
      </IconButton>
    </Tooltip>
  );
}
