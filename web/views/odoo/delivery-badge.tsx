import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import FailedIcon from '@mui/icons-material/ErrorOutlined';
import WaitingIcon from '@mui/icons-material/Schedule';
import Chip from '@mui/material/Chip';
import { useTranslate } from 'react-admin';
import type { OdooDelivery } from '../../api/types.ts';

const LOOKS = {
  waiting: { icon: <WaitingIcon />, color: 'info' },
  delivered: { icon: <DoneIcon />, color: 'success' },
  failed: { icon: <FailedIcon />, color: 'error' },
} as const;

/** How far it has come: an icon and a word, never the colour alone. */
export function DeliveryBadge({ state }: Pick<OdooDelivery, 'state'>) {
  const translate = useTranslate();
  const { icon, color } = LOOKS[state];
  return (
    <Chip size="small" variant="outlined" icon={icon} color={color} label={translate(`odoo.delivery_state.${state}`)} />
  );
}
