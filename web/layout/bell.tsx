import BellIcon from '@mui/icons-material/NotificationsNoneOutlined';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../format/use-format.ts';
import { useNotices } from './use-notices.ts';

/** What happened to this person's calls while they looked elsewhere. */
export function Bell() {
  const translate = useTranslate();
  const format = useFormat();
  const notices = useNotices();
  const [seen, setSeen] = useStore('bell.seen', '');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const unseen = notices.filter(({ date }) => date > seen).length;
  const label = translate('top_bar.notifications');
  const open = (target: HTMLElement) => {
    setAnchor(target);
    setSeen(notices[0]?.date ?? seen);
  };
  const described = unseen === 0 ? label : `${label}: ${translate('top_bar.new', { smart_count: unseen })}`;
  return (
    <>
      <Tooltip title={label}>
        <IconButton aria-label={described} aria-haspopup="menu" onClick={({ currentTarget }) => open(currentTarget)}>
          <Badge
            badgeContent={unseen === 0 ? null : unseen}
            color="secondary"
            slotProps={{ badge: { 'aria-hidden': true } }}
          >
            <BellIcon />
          </Badge>
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {notices.length === 0 && <MenuItem disabled>{translate('top_bar.no_notifications')}</MenuItem>}
        {notices.map(({ key, title, date, to }) => (
          <MenuItem key={key} component={Link} to={to} onClick={() => setAnchor(null)}>
            <ListItemText primary={title} secondary={format.moment(date)} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
