import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { request } from '../../api/request.ts';
import type { Schema } from '../../api/types.ts';
import { said } from '../../i18n/said.ts';

type Replay = Schema['Replay'];

/** First what a replay would do, then, if that is what was wanted, the replay. */
export function ReplayDialog({ ids, onClose }: { ids: readonly number[]; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const ask = (dry_run: boolean) => request<Replay>('POST', '/api/webhook-events/replay', { body: { ids, dry_run } });
  const dryRun = useQuery({ queryKey: ['webhook-events', 'dry-run', ids], queryFn: () => ask(true), retry: false });
  const replay = useMutation({
    mutationFn: () => ask(false),
    onSuccess: ({ events }) => {
      notify('inbox.replayed', { type: 'success', messageArgs: { smart_count: events } });
      refresh();
      onClose();
    },
    onError: ({ message }) => notify(message, { type: 'error' }),
  });
  const preview = dryRun.data?.preview ?? [];
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="replay">
      <DialogTitle id="replay">{translate('inbox.replay_title', { smart_count: ids.length })}</DialogTitle>
      <DialogContent>
        {dryRun.isPending && <LinearProgress aria-label={translate('ra.page.loading')} />}
        {dryRun.error !== null && <Alert severity="error">{translate(dryRun.error.message)}</Alert>}
        {dryRun.isSuccess && <Alert severity="info">{translate('inbox.dry_run', countsOf(preview))}</Alert>}
        <List dense>
          {preview.map(({ id, call_id, state, reason, reason_sentences, effect }) => (
            <ListItem key={id} disableGutters>
              <ListItemText
                primary={call_id ?? translate('inbox.event', { id })}
                secondary={
                  state === 'processed' ? translate(`inbox.effect.${effect}`) : reason && said(reason, reason_sentences)
                }
              />
            </ListItem>
          ))}
        </List>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={!dryRun.isSuccess || replay.isPending} onClick={() => replay.mutate()}>
          {translate('inbox.replay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function countsOf(preview: Replay['preview']) {
  const count = (wanted: (one: Replay['preview'][number]) => boolean) => preview.filter(wanted).length;
  return {
    creates: count(({ state, effect }) => state === 'processed' && effect === 'creates'),
    changes: count(({ state, effect }) => state === 'processed' && effect === 'changes'),
    nothing: count(({ state, effect }) => state === 'processed' && effect === 'nothing'),
    failing: count(({ state }) => state === 'failed' || state === 'refused'),
  };
}
