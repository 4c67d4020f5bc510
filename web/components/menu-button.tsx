import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { type ReactNode, useState } from 'react';
import { useIsPhone } from '../layout/use-is-phone.ts';

export type MenuChoice = { label: string; hint?: string | undefined; selected?: boolean; onChoose: () => void };

type Props = { icon: ReactNode; label: string; items: readonly MenuChoice[]; children?: ReactNode };

/** A button with a menu; on a phone its icon alone. What is given as children stands below the choices. */
export function MenuButton({ icon, label, items, children }: Props) {
  const isPhone = useIsPhone();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const open = (event: { currentTarget: HTMLElement }) => setAnchor(event.currentTarget);
  const close = () => setAnchor(null);
  return (
    <>
      {isPhone ? (
        <Tooltip title={label}>
          <IconButton aria-label={label} aria-haspopup="menu" color="primary" onClick={open}>
            {icon}
          </IconButton>
        </Tooltip>
      ) : (
        <Button size="small" startIcon={icon} aria-haspopup="menu" onClick={open}>
          {label}
        </Button>
      )}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} onClick={close}>
        {items.map(({ label: name, hint, selected = false, onChoose }) => (
          <MenuItem key={name} selected={selected} onClick={onChoose} dense>
            <ListItemText primary={name} secondary={hint} />
          </MenuItem>
        ))}
        {children}
      </Menu>
    </>
  );
}
