import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { KeyboardEvent } from 'react';
import { useCreate, useGetList, useNotify, useTranslate } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { Schema } from '../../api/types.ts';
import { NOTE_BOX_ID } from './note-box.ts';
import { OneNote } from './one-note.tsx';
import { useDraft } from './use-draft.ts';

/** What the notes are about; a note on a call stands on its lead too. */
export type NotesAbout = { call_record_id: number } | { lead_id: number };
type Props = { about: NotesAbout };

/** The notes on a call or a lead, newest first, and room for another. */
export function Notes({ about }: Props) {
  const translate = useTranslate();
  const session = useSession();
  const { data = [], isPending } = useGetList<Schema['Note']>('notes', {
    filter: about,
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 100 },
  });
  return (
    <Stack spacing={2}>
      {mayDo(session, 'notes', 'create') && <NewNote about={about} />}
      {!isPending && data.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {translate('notes.none')}
        </Typography>
      )}
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((note) => (
          <OneNote key={note.id} note={note} mine={note.user_id === session.user.id} />
        ))}
      </Stack>
    </Stack>
  );
}

function NewNote({ about }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const [create, { isPending }] = useCreate();
  const [body, setBody] = useDraft(about);
  const write = async () => {
    if (body.trim() === '' || isPending) return;
    await create('notes', { data: { ...about, body: body.trim() } }, { returnPromise: true }).then(
      () => setBody(''),
      (error: Error) => notify(error.message, { type: 'error' }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write();
  };
  return (
    <Stack spacing={1}>
      <TextField
        id={NOTE_BOX_ID}
        label={translate('notes.new')}
        value={body}
        onChange={({ target }) => setBody(target.value)}
        onKeyDown={onKeyDown}
        multiline
        minRows={2}
        maxRows={10}
        slotProps={{ htmlInput: { maxLength: 20_000, 'aria-keyshortcuts': 'n' } }}
      />
      {body.trim() !== '' && (
        <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end', alignItems: 'center' }}>
          <Typography variant="body2" color="textSecondary" sx={{ display: { xs: 'none', sm: 'block' } }}>
            Ctrl + Enter
          </Typography>
          <Button variant="contained" size="small" loading={isPending} onClick={() => void write()}>
            {translate('notes.save')}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}
