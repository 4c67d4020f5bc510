import Stack from '@mui/material/Stack';
import type { SxProps } from '@mui/material/styles';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useSetLocale, useTranslate } from 'react-admin';
import { LANGUAGES } from '../i18n/i18n-provider.ts';
import { changePreferences, type Preferences, usePreferences } from './preferences.ts';

/** Language, theme and density, to choose from. */
export function AppearanceChoices({ sx }: { sx?: SxProps }) {
  const translate = useTranslate();
  const setLocale = useSetLocale();
  const preferences = usePreferences();
  const change = (changes: Partial<Preferences>) => {
    if (changes.lang !== undefined) void setLocale(changes.lang);
    // It applies on this device in any case; before the sign-in there is no account to keep it with.
    changePreferences(changes).catch(() => undefined);
  };
  return (
    <Stack spacing={2} {...(sx !== undefined && { sx })}>
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
