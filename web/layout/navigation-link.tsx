import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import type { Theme } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import { NavLink, useMatch } from 'react-router-dom';
import { NavigationIcon } from './navigation-icon.tsx';
import type { NavigationItem } from './navigation-items.ts';
import { OpenCount } from './open-count.tsx';

/** A line of the side navigation; on narrow screens its icon alone. */
export function NavigationLink({ item }: { item: NavigationItem }) {
  const { name, label, path, icon: Icon, counter } = item;
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const isHere = useMatch(`${path}/*`) !== null;
  return (
    <ListItem disablePadding sx={{ mb: 0.25 }}>
      <Tooltip title={isNarrow ? label : ''} placement="right" describeChild>
        <ListItemButton
          component={NavLink}
          to={path}
          selected={isHere}
          sx={{ borderRadius: 2, px: 1.25, py: 1, color: isHere ? 'primary.main' : 'text.primary' }}
        >
          <ListItemIcon sx={{ minWidth: 40, pl: { sm: 0.5, md: 0 }, color: 'inherit' }}>
            {isNarrow ? <NavigationIcon {...item} /> : Icon !== undefined && <Icon />}
          </ListItemIcon>
          <ListItemText
            primary={label}
            slotProps={{ primary: { sx: { fontWeight: isHere ? 600 : 500 } } }}
            sx={{ my: 0, ...HIDDEN_ON_NARROW }}
          />
          {!isNarrow && counter !== undefined && <OpenCount resource={name} filter={counter} />}
        </ListItemButton>
      </Tooltip>
    </ListItem>
  );
}

/** Out of sight beside an icon, and still its name to who hears the screen. */
const HIDDEN_ON_NARROW = {
  position: { sm: 'absolute', md: 'static' },
  width: { sm: 1, md: 'auto' },
  height: { sm: 1, md: 'auto' },
  overflow: 'hidden',
  clipPath: { sm: 'inset(50%)', md: 'none' },
} as const;
