import MoreIcon from '@mui/icons-material/MoreHoriz';
import MuiBottomNavigation from '@mui/material/BottomNavigation';
import BottomNavigationAction from '@mui/material/BottomNavigationAction';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { NavigationIcon } from './navigation-icon.tsx';
import { type NavigationItem, useNavigationItems } from './navigation-items.ts';

/** What a thumb reaches; the rest is behind "More". */
const MOST = 3;

/** The navigation of a phone. */
export function BottomNavigation() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const { work, administration } = useNavigationItems();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const shown = work.slice(0, MOST);
  const rest = [...work.slice(MOST), ...administration];
  const isHere = ({ path }: NavigationItem) => pathname.startsWith(path);
  return (
    <Paper
      component="nav"
      aria-label={translate('navigation.main')}
      square
      sx={{
        position: 'fixed',
        insetInline: 0,
        bottom: 0,
        zIndex: 'appBar',
        borderTop: 1,
        borderColor: 'divider',
        pb: 'env(safe-area-inset-bottom)',
      }}
    >
      <MuiBottomNavigation showLabels value={work.find(isHere)?.path ?? false} component="div">
        {shown.map(({ name, path, label, ...screen }) => (
          <BottomNavigationAction
            key={name}
            component={Link}
            to={path}
            value={path}
            label={label}
            aria-current={pathname.startsWith(path) ? 'page' : undefined}
            icon={<NavigationIcon name={name} {...screen} />}
          />
        ))}
        {rest.length > 0 && (
          <BottomNavigationAction
            label={translate('navigation.more')}
            icon={<MoreIcon />}
            aria-haspopup="menu"
            onClick={(event) => setAnchor(event.currentTarget)}
          />
        )}
      </MuiBottomNavigation>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {rest.map(({ name, path, label }) => (
          <MenuItem key={name} component={Link} to={path} onClick={() => setAnchor(null)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </Paper>
  );
}
