import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useConnection } from './use-connection.ts';

/** How long it says that all is well again. */
const RELIEF_MS = 4000;

/** Says when what is shown may be out of date, and when it is not any more. */
export function ConnectionBanner() {
  const translate = useTranslate();
  const connection = useConnection();
  const isBroken = connection === 'lost' || connection === 'offline';
  const [wasBroken, setWasBroken] = useState(false);
  useEffect(() => {
    if (isBroken) {
      setWasBroken(true);
      return;
    }
    const timer = setTimeout(() => setWasBroken(false), RELIEF_MS);
    return () => clearTimeout(timer);
  }, [isBroken]);
  return (
    <Box role="status" sx={{ px: { xs: 1.5, sm: 3 } }}>
      {isBroken && <Alert severity="warning">{translate(`live.${connection}`)}</Alert>}
      {!isBroken && wasBroken && <Alert severity="success">{translate('live.back')}</Alert>}
    </Box>
  );
}
