import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, PasswordInput, required, TextInput, useNotify, useTranslate } from 'react-admin';
import { sayingOf } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import { Section } from '../../components/section.tsx';

/** Where Odoo is, and as whom the service works there. Nothing is kept before Odoo has answered. */
export function ConnectForm() {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const connect = async ({ url, db, login, key }: Record<string, unknown>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await request('PUT', '/api/odoo', { body: { url, db, login, key } });
      notify('odoo.connected', { type: 'success' });
      await queryClient.invalidateQueries({ queryKey: ['odoo'] });
    } catch (error) {
      setRefusal(sayingOf(error));
    }
    setBusy(false);
  };

  return (
    <Section title={translate('odoo.connect')}>
      <Typography sx={{ mb: 2 }}>{translate('odoo.connect_lead')}</Typography>
      <Form onSubmit={connect}>
        <Stack spacing={1} sx={{ maxWidth: 520 }}>
          <TextInput
            source="url"
            label="odoo.url"
            type="url"
            helperText="odoo.url_hint"
            validate={required()}
            autoComplete="off"
          />
          <TextInput source="db" label="odoo.db" helperText="odoo.db_hint" validate={required()} autoComplete="off" />
          <TextInput
            source="login"
            label="odoo.login"
            helperText="odoo.login_hint"
            validate={required()}
            autoComplete="off"
          />
          <PasswordInput
            source="key"
            label="odoo.key"
            helperText="odoo.key_hint"
            validate={required()}
            autoComplete="off"
          />
          {refusal !== undefined && (
            <Alert severity="error" role="alert">
              {translate(refusal, { _: refusal })}
            </Alert>
          )}
          <Button type="submit" variant="contained" loading={busy} sx={{ alignSelf: 'flex-start' }}>
            {translate('odoo.check_and_connect')}
          </Button>
        </Stack>
      </Form>
    </Section>
  );
}
