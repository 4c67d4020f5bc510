import OutboundIcon from '@mui/icons-material/CallMade';
import InboundIcon from '@mui/icons-material/CallReceived';
import { useTranslate } from 'react-admin';

/** Whether a call came in or went out. */
export function DirectionIcon({ direction }: { direction: 'inbound' | 'outbound' }) {
  const translate = useTranslate();
  const Icon = direction === 'inbound' ? InboundIcon : OutboundIcon;
  return (
    <Icon titleAccess={translate(`direction.${direction}`)} sx={{ fontSize: '1.125rem', color: 'text.secondary' }} />
  );
}
