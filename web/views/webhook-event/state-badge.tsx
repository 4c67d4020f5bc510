import RefusedIcon from '@mui/icons-material/BlockOutlined';
import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import FailedIcon from '@mui/icons-material/ErrorOutlined';
import IgnoredIcon from '@mui/icons-material/RemoveCircleOutlined';
import WaitingIcon from '@mui/icons-material/Schedule';
import Chip from '@mui/material/Chip';
import { useTranslate } from 'react-admin';
import type { WebhookEvent } from '../../api/types.ts';

const LOOKS = {
  received: { icon: <WaitingIcon />, color: 'info' },
  processed: { icon: <DoneIcon />, color: 'success' },
  ignored: { icon: <IgnoredIcon />, color: 'default' },
  refused: { icon: <RefusedIcon />, color: 'warning' },
  failed: { icon: <FailedIcon />, color: 'error' },
} as const;

/** What became of an event: an icon and a word, never the colour alone. */
export function StateBadge({ state }: Pick<WebhookEvent, 'state'>) {
  const translate = useTranslate();
  const { icon, color } = LOOKS[state];
  return <Chip size="small" variant="outlined" icon={icon} color={color} label={translate(`inbox.state.${state}`)} />;
}
