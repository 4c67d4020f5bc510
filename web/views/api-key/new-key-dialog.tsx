import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { Form, required, SaveButton, SelectInput, TextInput, useNotify, useRefresh, useTranslate } from 'react-admin';
import { sayingOf } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import type { Schema } from '../../api/types.ts';
import { CopyButton } from '../../components/copy-button.tsx';

const DAY_MS = 86_400_000;

/** For how many days a key is good; 0 is for ever. */
const LIFETIMES = [30, 90, 365, 0] as const;

/** Makes a key, and shows it once: nobody can read it again. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const [key, setKey] = useState<string>();
  return (
    <Dialog
      open
      onClose={key === undefined ? onClose : () => undefined}
      fullWidth
      maxWidth="xs"
      aria-labelledby="new-key"
    >
      <DialogTitle id="new-key">{translate('api_keys.add')}</DialogTitle>
      {key === undefined ? <KeyForm onMade={setKey} onClose={onClose} /> : <MadeKey value={key} onClose={onClose} />}
    </Dialog>
  );
}

function KeyForm({ onMade, onClose }: { onMade: (key: string) => void; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const make = async ({ name, days }: Record<string, unknown>) => {
    const expiration_date = Number(days) === 0 ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    try {
      const body = { name, expiration_date };
      const { key } = await request<Schema['NewApiKey']>('POST', '/api/api-keys', { body });
      refresh();
      onMade(key);
    } catch (error) {
      notify(sayingOf(error), { type: 'error' });
    }
  };
  return (
    <Form onSubmit={make} defaultValues={{ days: 90 }}>
      <DialogContent sx={{ '& > *': { mt: 1 } }}>
        <TextInput
          source="name"
          validate={required()}
          label="api_keys.name"
          helperText="api_keys.name_hint"
          autoFocus
        />
        <SelectInput
          source="days"
          label="api_keys.lifetime"
          validate={required()}
          helperText={false}
          choices={LIFETIMES.map((id) => ({
            id,
            name: id === 0 ? translate('api_keys.never') : translate('duration.days', { smart_count: id }),
          }))}
          translateChoice={false}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <SaveButton alwaysEnable label="api_keys.make" />
      </DialogActions>
    </Form>
  );
}

function MadeKey({ value, onClose }: { value: string; onClose: () => void }) {
  const translate = useTranslate();
  return (
    <>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('api_keys.shown_once')}
        </Alert>
        <TextField
          label={translate('api_keys.key')}
          value={value}
          slotProps={{
            input: {
              readOnly: true,
              sx: { fontFamily: 'monospace' },
              endAdornment: (
                <InputAdornment position="end">
                  <CopyButton text={value} label="copy.copy" />
                </InputAdornment>
              ),
            },
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('api_keys.kept')}
        </Button>
      </DialogActions>
    </>
  );
}
