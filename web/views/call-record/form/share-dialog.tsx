import CopyIcon from '@mui/icons-material/ContentCopy';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { request } from '../../../api/request.ts';
import type { Answer, CallRecord, Schema } from '../../../api/types.ts';
import { useCopy } from '../../../components/use-copy.ts';
import { ShareLinks } from './share-links.tsx';

const PERIODS = [24, 168, 720] as const;

/** Links with which somebody without an account hears this one call. */
export function ShareDialog({ call: { id }, onClose }: { call: CallRecord; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const title = useId();
  const queryClient = useQueryClient();
  const [hours, setHours] = useState<number>(168);
  const [busy, setBusy] = useState(false);
  const path = `/api/call-records/${id}/share-links`;
  const queryKey = ['call-records', 'share-links', id];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => request<Answer<'/api/call-records/{id}/share-links'>>('GET', path, { signal }),
  });
  const reload = () => queryClient.invalidateQueries({ queryKey });
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().catch((error: Error) => notify(error.message, { type: 'error' }));
    await reload();
    setBusy(false);
  };
  const copy = useCopy();
  const make = async () => {
    const link = await request<Schema['ShareLink']>('POST', path, { body: { expires_in_hours: hours } });
    await copy(link.url);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <DialogTitle id={title}>{translate('share.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('share.text')}</DialogContentText>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
          <TextField
            select
            label={translate('share.valid_for')}
            value={hours}
            onChange={({ target }) => setHours(Number(target.value))}
          >
            {PERIODS.map((period) => (
              <MenuItem key={period} value={period}>
                {translate(`share.hours_${period}`)}
              </MenuItem>
            ))}
          </TextField>
          <Button
            variant="contained"
            startIcon={<CopyIcon />}
            loading={busy}
            onClick={() => void attempt(make)}
            sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}
          >
            {translate('share.make')}
          </Button>
        </Stack>
        <ShareLinks
          links={data?.data ?? []}
          onRevoke={(link) => void attempt(() => request('DELETE', `/api/share-links/${link}`))}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
