import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate, useUpdate } from 'react-admin';
import type { MyCall } from './use-my-calls.ts';

type Lead = NonNullable<MyCall['lead']>;

/** Nobody we know, or have asked before: the lead is made already, its name is asked for while they say it. */
export function NewCaller({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [update, { isPending }] = useUpdate();
  const [name, setName] = useState(lead.contact_name ?? '');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const called = name.trim();
    if (called === '') return;
    void update(
      'leads',
      { id: lead.id, data: { name: called, contact_name: called }, previousData: lead },
      {
        onSuccess: () => notify('popup.named', { type: 'success' }),
        onError: ({ message }: Error) => notify(message, { type: 'error' }),
      },
    );
  };
  return (
    <Stack component="form" direction="row" spacing={1} onSubmit={save}>
      <TextField
        label={translate(lead.is_new ? 'popup.new_caller' : 'popup.unnamed')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 250 } }}
      />
      <Button type="submit" variant="outlined" loading={isPending}>
        {translate('ra.action.save')}
      </Button>
    </Stack>
  );
}
