import DoneIcon from '@mui/icons-material/CheckCircle';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import Stack from '@mui/material/Stack';
import Step from '@mui/material/Step';
import StepContent from '@mui/material/StepContent';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { request } from '../api/request.ts';
import type { Schema } from '../api/types.ts';
import { useSetup } from '../api/use-setup.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { CrashPage } from '../components/crash-page.tsx';
import { FullPageProgress } from '../components/full-page-progress.tsx';
import { said } from '../i18n/said.ts';
import { FirstCall } from './welcome/first-call.tsx';

/** The first day: paste the address into MCUBE, test it, and see the first call arrive. */
export default function Welcome() {
  const translate = useTranslate();
  const { data, error, refetch } = useSetup();
  if (error !== null) return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (data === undefined) return <FullPageProgress />;
  return (
    <Stack spacing={2} sx={{ maxWidth: 720 }}>
      <Title title={translate('pages.welcome')} />
      <Typography>{translate('welcome.lead')}</Typography>
      <Stepper orientation="vertical" nonLinear activeStep={data.event_count > 0 ? STEPS : 0}>
        <Step active expanded>
          <StepLabel>{translate('welcome.paste')}</StepLabel>
          <StepContent>
            <WebhookAddress {...data} />
          </StepContent>
        </Step>
        <Step active expanded>
          <StepLabel>{translate('welcome.test')}</StepLabel>
          <StepContent>
            <TestWebhook />
          </StepContent>
        </Step>
        <Step active expanded>
          <StepLabel {...(data.call_count > 0 && { icon: <DoneIcon color="success" /> })}>
            {translate('welcome.first_call')}
          </StepLabel>
          <StepContent>
            <FirstCall {...data} />
          </StepContent>
        </Step>
        <Step active expanded>
          <StepLabel>{translate('welcome.people')}</StepLabel>
          <StepContent>
            <Typography variant="body2" sx={{ mb: 1 }}>
              {translate('welcome.people_hint')}
            </Typography>
            <Button variant="outlined" component={Link} to="/users">
              {translate('welcome.to_users')}
            </Button>
          </StepContent>
        </Step>
      </Stepper>
    </Stack>
  );
}

const STEPS = 4;

function WebhookAddress({ webhook_url, token_required }: Schema['Setup']) {
  const translate = useTranslate();
  return (
    <>
      <TextField
        label={translate('welcome.address')}
        value={webhook_url}
        slotProps={{
          input: {
            readOnly: true,
            endAdornment: (
              <InputAdornment position="end">
                <CopyButton text={webhook_url} label="welcome.copy_address" />
              </InputAdornment>
            ),
          },
        }}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {translate(token_required ? 'welcome.with_token' : 'welcome.without_token')}
      </Typography>
    </>
  );
}

function TestWebhook() {
  const translate = useTranslate();
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () => request<Schema['WebhookCheck']>('POST', '/api/setup/check-webhook'),
  });
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
      <Button variant="contained" loading={isPending} onClick={() => mutate()}>
        {translate('welcome.test_now')}
      </Button>
      {error !== null && <Alert severity="error">{translate(error.message)}</Alert>}
      {data !== undefined && (
        <Alert severity={data.ok ? 'success' : 'error'} role="status">
          {said(data.fix === null ? data.message : `${data.message} ${data.fix}`, data.sentences)}
        </Alert>
      )}
    </Stack>
  );
}
