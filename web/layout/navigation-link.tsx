import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Tooltip from '@mui/material/Tooltip';
import { NavLink, useMatch } from 'react-router-dom';
import type { NavigationItem } from './navigation-items.ts';
import { OpenCount } from './open-count.tsx';

/** A line of the side navigation; on narrow screens its icon alone. */
export function NavigationLink({ item }: { item: NavigationItem }) {
  const { name, label, path, icon: Icon, counter } = item;
  const isHere = useMatch(`${path}/*`) !== null;
  return (
    <ListItem disablePadding sx={{ mb: 0.25 }}>
      <Tooltip title={label} placement="right" slotProps={{ popper: { sx: { display: { md: 'none' } } } }}>
        <ListItemButton
          component={NavLink}
          to={path}
          selected={isHere}
          aria-label={label}
          sx={{ borderRadius: 2, px: 1.25, py: 1, color: isHere ? 'primary.main' : 'text.primary' }}
        >
          <ListItemIcon sx={{ minWidth: 40, pl: { sm: 0.5, md: 0 }, color: 'inherit' }}>
            <OpenCount resource={name} filter={counter}>
              {Icon !== undefined && <Icon />}
            </OpenCount>
          </ListItemIcon>
          <ListItemText
            primary={label}
            slotProps={{ primary: { sx: { fontWeight: isHere ? 600 : 500 } } }}
            sx={{ display: { sm: 'none', md: 'block' }, my: 0 }}
          />
        </ListItemButton>
      </Tooltip>
    </ListItem>
  );
}
