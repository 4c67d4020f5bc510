import Avatar from '@mui/material/Avatar';
import Tooltip from '@mui/material/Tooltip';
import { initialsOf } from '../format/initials.ts';

/** A person in two letters; the name when pointed at, and to a reader of screens. */
export function UserInitials({ name }: { name: string }) {
  return (
    <Tooltip title={name}>
      <Avatar
        role="img"
        aria-label={name}
        sx={{
          width: 26,
          height: 26,
          fontSize: '0.6875rem',
          fontWeight: 600,
          bgcolor: 'action.selected',
          color: 'text.primary',
        }}
      >
        {initialsOf(name)}
      </Avatar>
    </Tooltip>
  );
}
