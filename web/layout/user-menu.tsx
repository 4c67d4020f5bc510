import SignOutIcon from '@mui/icons-material/Logout';
import PreferencesIcon from '@mui/icons-material/SettingsOutlined';
import Avatar from '@mui/material/Avatar';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItem from '@mui/material/ListItem';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useSession } from '../api/session.ts';
import { forgetDrafts } from '../components/notes/use-draft.ts';
import { initialsOf } from '../format/initials.ts';
import { unsubscribe } from '../push/subscription.ts';

/** Who is signed in, and out again. */
export function UserMenu() {
  const translate = useTranslate();
  const logout = useLogout();
  const { user } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const signOut = async () => {
    forgetDrafts();
    await unsubscribe().catch(() => undefined);
    await logout({}, '/login', false);
  };
  return (
    <>
      <Tooltip title={translate('top_bar.user_menu')}>
        <IconButton
          // Whoever speaks to the screen says what they read on it.
          aria-label={`${translate('top_bar.user_menu')} ${initialsOf(user.name)}`}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Avatar sx={{ width: 30, height: 30, fontSize: '0.8125rem', bgcolor: 'primary.main' }}>
            {initialsOf(user.name)}
          </Avatar>
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <ListItem dense>
          <ListItemText primary={user.name} secondary={user.login} />
        </ListItem>
        <Divider component="li" />
        <MenuItem component={Link} to="/preferences" onClick={() => setAnchor(null)}>
          <ListItemIcon>
            <PreferencesIcon fontSize="small" />
          </ListItemIcon>
          {translate('pages.preferences')}
        </MenuItem>
        <MenuItem onClick={() => void signOut()}>
          <ListItemIcon>
            <SignOutIcon fontSize="small" />
          </ListItemIcon>
          {translate('top_bar.sign_out')}
        </MenuItem>
      </Menu>
    </>
  );
}
