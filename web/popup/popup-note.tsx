import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useCreate, useNotify, useTranslate } from 'react-admin';
import type { Schema } from '../api/types.ts';
import { useDraft } from '../components/notes/use-draft.ts';
import type { MyCall } from './use-my-calls.ts';

/** A note while they talk; it stands on the call and on its lead. */
export function PopupNote({ call: { call_record } }: { call: MyCall }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [create, { isPending }] = useCreate<Schema['Note'], Error>();
  const [body, setBody] = useDraft({ call_record_id: call_record.id });
  const written = body.trim();
  const keep = () =>
    create(
      'notes',
      { data: { call_record_id: call_record.id, body: written } },
      {
        onSuccess: () => {
          setBody('');
          notify('popup.noted', { type: 'success' });
        },
        onError: ({ message }: Error) => notify(message, { type: 'error' }),
      },
    );
  return (
    <Stack spacing={1}>
      <TextField
        label={translate('popup.note')}
        value={body}
        onChange={({ target }) => setBody(target.value)}
        multiline
        maxRows={6}
        slotProps={{ htmlInput: { maxLength: 20_000 } }}
      />
      {written !== '' && (
        <Button variant="contained" size="small" loading={isPending} onClick={() => void keep()}>
          {translate('popup.keep_note')}
        </Button>
      )}
    </Stack>
  );
}
