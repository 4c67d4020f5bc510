import CallIcon from '@mui/icons-material/Call';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { telephoneLink } from '../../../format/phone-number.ts';
import { useFormat } from '../../../format/use-format.ts';
import { numberOf } from '../number-of.ts';

/** What the bottom navigation of a phone takes. */
const NAVIGATION_PX = 56;

/** Always within reach of the thumb: the call. */
export function StickyCall({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const format = useFormat();
  const number = numberOf(lead);
  if (number === undefined) return null;
  return (
    // Leaves room at the end of the page, so that nothing stays behind the button.
    <Box sx={{ height: 60 }}>
      <Box
        sx={{
          position: 'fixed',
          insetInline: 0,
          bottom: `calc(${NAVIGATION_PX}px + env(safe-area-inset-bottom))`,
          zIndex: 'appBar',
          p: 1,
          bgcolor: 'background.default',
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <Button fullWidth variant="contained" size="large" startIcon={<CallIcon />} href={telephoneLink(number)}>
          {translate('phone.call', { number: format.phone(number) })}
        </Button>
      </Box>
    </Box>
  );
}
