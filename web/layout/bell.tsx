import BellIcon from '@mui/icons-material/NotificationsNoneOutlined';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DueFollowUps } from '../components/follow-up/due-follow-ups.tsx';
import { useDueFollowUps } from '../components/follow-up/use-due-follow-ups.ts';
import { useFormat } from '../format/use-format.ts';
import { type Notice, useNotices } from './use-notices.ts';

/** What waits for this person: follow-ups whose time has come, and what happened to their calls meanwhile. */
export function Bell() {
  const translate = useTranslate();
  const notices = useNotices();
  const due = useDueFollowUps();
  const [seen, setSeen] = useStore('bell.seen', '');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // A follow-up counts until it is dealt with, a notice until it was seen.
  const waiting = due.length + notices.filter(({ date }) => date > seen).length;
  const label = translate('top_bar.notifications');
  const open = (target: HTMLElement) => {
    setAnchor(target);
    setSeen(notices[0]?.date ?? seen);
  };
  const close = () => setAnchor(null);
  const described = waiting === 0 ? label : `${label}: ${translate('top_bar.new', { smart_count: waiting })}`;
  return (
    <>
      <Tooltip title={label}>
        <IconButton aria-label={described} aria-haspopup="dialog" onClick={({ currentTarget }) => open(currentTarget)}>
          <Badge
            badgeContent={waiting === 0 ? null : waiting}
            color="secondary"
            slotProps={{ badge: { 'aria-hidden': true } }}
          >
            <BellIcon />
          </Badge>
        </IconButton>
      </Tooltip>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            elevation: 4,
            role: 'dialog',
            'aria-label': label,
            sx: { width: 360, maxWidth: 'calc(100vw - 24px)' },
          },
        }}
      >
        <DueFollowUps leads={due} onLeave={close} />
        <Notices notices={notices} nothing={due.length === 0} onLeave={close} />
      </Popover>
    </>
  );
}

type Props = { notices: readonly Notice[]; nothing: boolean; onLeave: () => void };

function Notices({ notices, nothing, onLeave }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  if (notices.length === 0)
    return nothing && <Typography sx={{ p: 2 }}>{translate('top_bar.no_notifications')}</Typography>;
  return (
    <List dense>
      {notices.map(({ key, title, date, to }) => (
        <li key={key}>
          <ListItemButton component={Link} to={to} onClick={onLeave}>
            <ListItemText primary={title} secondary={format.moment(date)} />
          </ListItemButton>
        </li>
      ))}
    </List>
  );
}
