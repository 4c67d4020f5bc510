import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Form, PasswordInput, required, TextInput, useLogin, useTranslate } from 'react-admin';
import { retryAfterOf, sayingOf, statusOf } from '../api/api-error.ts';
import { Mark } from '../components/mark.tsx';
import { AppearanceMenu } from '../layout/appearance-menu.tsx';

/** Who are you. The only screen for somebody who is not signed in, but for shared calls. */
export default function SignIn() {
  const translate = useTranslate();
  const login = useLogin();
  const [refusal, setRefusal] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    document.title = `${translate('sign_in.title')} · ${translate('app.name')}`;
  }, [translate]);

  const submit = async (values: object) => {
    setBusy(true);
    setRefusal(undefined);
    await login(values).catch(setRefusal);
    setBusy(false);
  };

  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', gridTemplateRows: 'auto 1fr auto', p: 2 }}>
      <Box sx={{ justifySelf: 'end' }}>
        <AppearanceMenu />
      </Box>
      <Stack spacing={3} sx={{ width: '100%', maxWidth: 400, m: 'auto' }}>
        <Stack spacing={1} sx={{ alignItems: 'center', textAlign: 'center' }}>
          <Mark size={56} />
          <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>
            {translate('app.name')}
          </Typography>
          <Typography color="textSecondary">{translate('sign_in.lead')}</Typography>
        </Stack>
        <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}>
          <Form onSubmit={submit} noValidate>
            <Stack spacing={1}>
              {refusal !== undefined && (
                <Alert severity="error" role="alert" sx={{ mb: 1 }}>
                  <Refusal error={refusal} />
                </Alert>
              )}
              <TextInput
                source="login"
                label="sign_in.login"
                autoComplete="username"
                autoFocus
                validate={required()}
                slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
              />
              <PasswordInput
                source="password"
                label="sign_in.password"
                autoComplete="current-password"
                validate={required()}
              />
              <Button type="submit" variant="contained" size="large" loading={busy} fullWidth>
                {translate('sign_in.submit')}
              </Button>
            </Stack>
          </Form>
        </Paper>
        <Typography variant="body2" color="textSecondary" sx={{ textAlign: 'center' }}>
          {translate('sign_in.forgotten')}
        </Typography>
      </Stack>
    </Box>
  );
}

function Refusal({ error }: { error: unknown }) {
  const translate = useTranslate();
  const status = statusOf(error);
  if (status === 401) return translate('sign_in.wrong');
  if (status === 429) return translate('sign_in.slowed', { wait: waitText(translate, retryAfterOf(error) ?? 60) });
  if (status === 0) return translate('sign_in.unreachable');
  const message = sayingOf(error);
  return translate(message, { _: message });
}

function waitText(translate: ReturnType<typeof useTranslate>, seconds: number): string {
  if (seconds < 100) return translate('duration.seconds', { smart_count: seconds });
  return translate('duration.minutes', { smart_count: Math.ceil(seconds / 60) });
}
