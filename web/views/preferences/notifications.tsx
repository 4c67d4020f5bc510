import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { useNotify, useTranslate } from 'react-admin';
import { Section } from '../../components/section.tsx';
import { changePreferences, usePreferences } from '../../preferences/preferences.ts';
import { PushSwitch } from '../../push/push-switch.tsx';

const SWITCHES = ['popup', 'sound'] as const;

/** What may make itself heard. */
export function Notifications() {
  const translate = useTranslate();
  const notify = useNotify();
  const preferences = usePreferences();
  return (
    <Section title={translate('preferences.notifications')}>
      <Stack spacing={1}>
        {SWITCHES.map((name) => (
          <Stack key={name}>
            <FormControlLabel
              control={
                <Switch
                  checked={preferences[name]}
                  slotProps={{ input: { 'aria-describedby': `${name}-hint` } }}
                  onChange={(_event, on) =>
                    void changePreferences({ [name]: on }).catch(({ message }: Error) =>
                      notify(message, { type: 'error' }),
                    )
                  }
                />
              }
              label={translate(`preferences.${name}`)}
            />
            <FormHelperText id={`${name}-hint`} sx={{ m: 0 }}>
              {translate(`preferences.${name}_hint`)}
            </FormHelperText>
          </Stack>
        ))}
        <PushSwitch />
      </Stack>
    </Section>
  );
}
