import TuneIcon from '@mui/icons-material/Contrast';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AppearanceChoices } from '../preferences/appearance-choices.tsx';

/** Language, theme and density, at once and for good. */
export function AppearanceMenu() {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title={translate('top_bar.appearance')}>
        <IconButton aria-label={translate('top_bar.appearance')} onClick={(event) => setAnchor(event.currentTarget)}>
          <TuneIcon />
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { 'aria-label': translate('top_bar.appearance'), role: 'dialog', elevation: 4 } }}
      >
        <AppearanceChoices sx={{ p: 2, minWidth: 280 }} />
      </Popover>
    </>
  );
}
