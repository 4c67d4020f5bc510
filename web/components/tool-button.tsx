import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import { useIsPhone } from '../layout/use-is-phone.ts';

type Props = { icon: ReactNode; label: string; color?: 'primary' | 'error'; onClick: () => void };

/** A deed among the tools of a page; on a phone its icon alone. */
export function ToolButton({ icon, label, color = 'primary', onClick }: Props) {
  const isPhone = useIsPhone();
  if (!isPhone)
    return (
      <Button size="small" color={color} startIcon={icon} onClick={onClick}>
        {label}
      </Button>
    );
  return (
    <Tooltip title={label}>
      <IconButton color={color} aria-label={label} onClick={onClick}>
        {icon}
      </IconButton>
    </Tooltip>
  );
}
