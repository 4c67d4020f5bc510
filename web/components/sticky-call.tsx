import CallIcon from '@mui/icons-material/Call';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { telephoneLink } from '../format/phone-number.ts';
import { useFormat } from '../format/use-format.ts';
import { ABOVE_NAVIGATION } from '../theme/above-navigation.ts';

/** Always within reach of the thumb, on a phone: the call. */
export function StickyCall({ number }: { number: string }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    // Leaves room at the end of the page, so that nothing stays behind the button.
    <Box sx={{ height: 60 }}>
      <Box
        data-sticky-call
        sx={{
          position: 'fixed',
          insetInline: 0,
          bottom: ABOVE_NAVIGATION,
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
