import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { focusNoteBox } from './note-box.ts';
import { Notes, type NotesAbout } from './notes.tsx';

/** The notes on a call or a lead above the list in which it stands. */
export function NoteDialog({ about, onClose }: { about: NotesAbout; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby={title}
      slotProps={{ transition: { onEntered: focusNoteBox } }}
    >
      <DialogTitle id={title}>{translate('notes.title')}</DialogTitle>
      {/* The label of a field at the top would be cut off. */}
      <DialogContent sx={{ '& > *': { mt: 1 } }}>
        <Notes about={about} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
