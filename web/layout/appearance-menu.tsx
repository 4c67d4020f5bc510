import TuneIcon from '@mui/icons-material/Contrast';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useSetLocale, useTranslate } from 'react-admin';
import { LANGUAGES } from '../i18n/i18n-provider.ts';
import { changePreferences, type Preferences, usePreferences } from '../preferences/preferences.ts';

/** Language, theme and density, at once and for good. */
export function AppearanceMenu() {
  const translate = useTranslate();
  const setLocale = useSetLocale();
  const preferences = usePreferences();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const change = (changes: Partial<Preferences>) => {
    if (changes.lang !== undefined) void setLocale(changes.lang);
    // It applies on this device in any case; before the sign-in there is no account to keep it with.
    changePreferences(changes).catch(() => undefined);
  };
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
        <Stack spacing={2} sx={{ p: 2, minWidth: 280 }}>
          <Choice
            label={translate('top_bar.language')}
            value={preferences.lang}
            options={LANGUAGES.map(({ locale, name }) => ({ value: locale, label: name }))}
            onChange={(lang) => change({ lang })}
          />
          <Choice
            label={translate('top_bar.theme')}
            value={preferences.theme}
            options={THEMES.map((value) => ({ value, label: translate(`preferences.theme.${value}`) }))}
            onChange={(theme) => change({ theme })}
          />
          <Choice
            label={translate('top_bar.density')}
            value={preferences.density}
            options={DENSITIES.map((value) => ({ value, label: translate(`preferences.density.${value}`) }))}
            onChange={(density) => change({ density })}
          />
        </Stack>
      </Popover>
    </>
  );
}

const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <Stack spacing={0.75}>
      <Typography id={id} variant="body2" color="textSecondary">
        {label}
      </Typography>
      <ToggleButtonGroup
        exclusive
        fullWidth
        size="small"
        color="primary"
        aria-labelledby={id}
        value={value}
        onChange={(_event, chosen: Value | null) => chosen !== null && onChange(chosen)}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} value={option.value}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Stack>
  );
}
