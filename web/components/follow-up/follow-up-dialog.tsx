import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { localTimeOf, momentOf } from '../../format/local-time.ts';
import { useFormat } from '../../format/use-format.ts';
import { QUICK_TIMES, quickTime } from './quick-times.ts';
import { type Followed, useFollowUp } from './use-follow-up.ts';

/** When a lead is called next, and about what. Times are those of the service's zone, wherever the device is. */
export function FollowUpDialog({ lead, onClose }: { lead: Followed; onClose: () => void }) {
  const translate = useTranslate();
  const title = useId();
  const { timeZone } = useFormat();
  const { plan } = useFollowUp();
  const first =
    lead.next_follow_up_at === null ? quickTime('tomorrow', timeZone, new Date()) : new Date(lead.next_follow_up_at);
  const [time, setTime] = useState(localTimeOf(first, timeZone));
  const [note, setNote] = useState(lead.next_follow_up_note ?? '');
  const moment = momentOf(time, timeZone);
  const save = () => {
    if (moment === undefined) return;
    plan(lead, moment, note.trim() === '' ? null : note.trim());
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <DialogTitle id={title}>{translate('follow_up.with', { name: lead.name })}</DialogTitle>
        <DialogContent>
          <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', mb: 2 }}>
            {QUICK_TIMES.map((name) => {
              const choice = localTimeOf(quickTime(name, timeZone, new Date()), timeZone);
              return (
                <Chip
                  key={name}
                  component="button"
                  type="button"
                  label={translate(`follow_up.${name}`)}
                  color={choice === time ? 'primary' : 'default'}
                  variant={choice === time ? 'filled' : 'outlined'}
                  aria-pressed={choice === time}
                  onClick={() => setTime(choice)}
                />
              );
            })}
          </Stack>
          <Stack spacing={2}>
            <TextField
              type="datetime-local"
              label={translate('follow_up.time')}
              value={time}
              onChange={({ target }) => setTime(target.value)}
              required
              autoFocus
              slotProps={{ inputLabel: { shrink: true } }}
            />
            <TextField
              label={translate('follow_up.note')}
              value={note}
              onChange={({ target }) => setNote(target.value)}
              multiline
              maxRows={4}
              slotProps={{ htmlInput: { maxLength: 1000 } }}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={moment === undefined}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
