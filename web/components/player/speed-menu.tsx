import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { changeSpeed, useSound } from './sound.ts';
import { SPEEDS } from './speed.ts';

/** How fast it plays; remembered for the next recording. */
export function SpeedMenu() {
  const translate = useTranslate();
  const { speed } = useSound();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title={translate('player.speed_keys')}>
        <Button
          size="small"
          color="inherit"
          aria-haspopup="menu"
          aria-label={translate('player.speed', { speed })}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ minWidth: 56 }}
        >
          {speed}×
        </Button>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {SPEEDS.map((one) => (
          <MenuItem
            key={one}
            selected={one === speed}
            onClick={() => {
              changeSpeed(one);
              setAnchor(null);
            }}
          >
            {one}×
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
