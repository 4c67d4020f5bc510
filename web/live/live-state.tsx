import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'react-admin';
import { useConnection } from './use-connection.ts';

/** A point that says whether changes appear by themselves. */
export function LiveState() {
  const translate = useTranslate();
  const connection = useConnection();
  const label = translate(`live.${connection}`);
  return (
    <Tooltip title={label}>
      <Box
        role="img"
        aria-label={label}
        sx={{
          width: 10,
          height: 10,
          mx: 1,
          borderRadius: connection === 'live' ? '50%' : 0.25,
          bgcolor: connection === 'live' ? 'success.main' : 'warning.main',
        }}
      />
    </Tooltip>
  );
}
