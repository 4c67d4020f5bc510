import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useDelete, useNotify, useTranslate, useUpdate } from 'react-admin';
import type { Schema } from '../../api/types.ts';
import { Moment } from '../moment.tsx';

/** A note; whoever wrote it may change it, and delete it with a chance to take that back. */
export function OneNote({ note, mine }: { note: Schema['Note']; mine: boolean }) {
  const translate = useTranslate();
  const [remove] = useDelete();
  const [editing, setEditing] = useState(false);
  const { id, body, user_name, create_date, write_date } = note;
  return (
    <Stack component="li" spacing={0.25}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', minHeight: 32 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }} noWrap>
          {user_name}
        </Typography>
        <Typography variant="body2" color="textSecondary" noWrap sx={{ flex: 1 }}>
          <Moment value={create_date} />
          {write_date !== create_date && ` · ${translate('notes.changed')}`}
        </Typography>
        {mine && !editing && (
          <>
            <IconButton size="small" aria-label={translate('notes.edit')} onClick={() => setEditing(true)}>
              <EditIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={translate('notes.delete')}
              onClick={() =>
                void remove(
                  'notes',
                  { id, previousData: note },
                  { mutationMode: 'undoable', onSuccess: () => undefined },
                )
              }
            >
              <DeleteIcon fontSize="small" />
            </IconButton>
          </>
        )}
      </Stack>
      {editing ? (
        <EditNote note={note} onDone={() => setEditing(false)} />
      ) : (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {body}
        </Typography>
      )}
    </Stack>
  );
}

function EditNote({ note, onDone }: { note: Schema['Note']; onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [update, { isPending }] = useUpdate();
  const [body, setBody] = useState(note.body);
  const save = async () => {
    const params = { id: note.id, data: { body: body.trim() }, previousData: note };
    await update('notes', params, { returnPromise: true }).then(onDone, (error: Error) =>
      notify(error.message, { type: 'error' }),
    );
  };
  return (
    <Stack spacing={1}>
      <TextField
        label={translate('notes.edit')}
        value={body}
        onChange={({ target }) => setBody(target.value)}
        multiline
        autoFocus
        maxRows={12}
      />
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
        <Button size="small" onClick={onDone}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          size="small"
          variant="contained"
          loading={isPending}
          disabled={body.trim() === ''}
          onClick={() => void save()}
        >
          {translate('ra.action.save')}
        </Button>
      </Stack>
    </Stack>
  );
}
