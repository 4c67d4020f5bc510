import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import CutIcon from '@mui/icons-material/CloudOffOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlined';
import PausedIcon from '@mui/icons-material/PauseCircleOutlined';
import Chip from '@mui/material/Chip';
import { useTranslate } from 'react-admin';
import type { OdooConnection } from './use-odoo.ts';

const LOOKS = {
  connected: { icon: <DoneIcon />, color: 'success' },
  unreachable: { icon: <CutIcon />, color: 'warning' },
  refused: { icon: <RefusedIcon />, color: 'error' },
  paused: { icon: <PausedIcon />, color: 'default' },
} as const;

/** How the connection is: an icon and a word, never the colour alone. */
export function ConnectionBadge({ state, paused }: Pick<OdooConnection, 'state' | 'paused'>) {
  const translate = useTranslate();
  const shown = paused ? 'paused' : state;
  const { icon, color } = LOOKS[shown];
  return <Chip size="small" variant="outlined" icon={icon} color={color} label={translate(`odoo.state.${shown}`)} />;
}
