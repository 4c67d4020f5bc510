import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { useEffect, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { sayingOf } from '../api/api-error.ts';
import { changePreferences, usePreferences } from '../preferences/preferences.ts';
import { type PushState, readPushState, subscribe, unsubscribe } from './subscription.ts';

/** Whether this browser tells of missed calls while the application is closed; where it cannot, it says why. */
export function PushSwitch() {
  const translate = useTranslate();
  const notify = useNotify();
  const { push_missed_calls } = usePreferences();
  const [state, setState] = useState<PushState>();
  useEffect(() => {
    void readPushState().then(setState);
  }, []);
  const turn = async (on: boolean) => {
    try {
      setState(on ? await subscribe() : await unsubscribe());
      // The account's own switch is for all of a person's browsers: turned on with the first of them.
      if (on && !push_missed_calls) await changePreferences({ push_missed_calls: true });
    } catch (error) {
      notify(sayingOf(error), { type: 'error' });
    }
  };
  return (
    <Stack>
      <FormControlLabel
        control={
          <Switch
            checked={state === 'on' && push_missed_calls}
            disabled={state === undefined || state === 'unsupported'}
            slotProps={{ input: { 'aria-describedby': 'push-hint' } }}
            onChange={(_event, on) => void turn(on)}
          />
        }
        label={translate('preferences.push_missed_calls')}
      />
      <FormHelperText id="push-hint" sx={{ m: 0 }}>
        {translate(`push.${state ?? 'off'}`)}
      </FormHelperText>
    </Stack>
  );
}
