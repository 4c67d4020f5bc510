import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { useIsPhone } from '../../../layout/use-is-phone.ts';
import { CompareTable } from './compare-table.tsx';
import { useMerge } from './use-merge.ts';

type Props = { leads: readonly Lead[]; keep: Lead; onClose: () => void; onMerged: (kept: Lead) => void };

/** Compares leads and says what will happen, before they become one. */
export function MergeDialog({ leads, keep, onClose, onMerged }: Props) {
  const translate = useTranslate();
  const title = useId();
  const isPhone = useIsPhone();
  const { busy, merge } = useMerge();
  const [kept, setKept] = useState(keep);
  const [leftOut, setLeftOut] = useState<readonly Lead['id'][]>([]);
  const shown = leads.filter(({ id }) => !leftOut.includes(id));
  const others = shown.filter(({ id }) => id !== kept.id);
  const start = async () => {
    if (await merge(kept, others)) onMerged(kept);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth fullScreen={isPhone} aria-labelledby={title}>
      <DialogTitle id={title}>{translate('merge.title', { smart_count: shown.length })}</DialogTitle>
      <DialogContent>
        <CompareTable leads={shown} kept={kept} onKeep={setKept} />
        {leads.length > 2 && (
          <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', alignItems: 'center', mt: 1.5 }}>
            <Typography variant="body2" color="textSecondary">
              {translate('merge.included')}
            </Typography>
            {leads
              .filter(({ id }) => id !== kept.id)
              .map(({ id, name }) => (
                <Chip
                  key={id}
                  component="button"
                  size="small"
                  label={name}
                  aria-pressed={!leftOut.includes(id)}
                  color={leftOut.includes(id) ? 'default' : 'primary'}
                  variant={leftOut.includes(id) ? 'outlined' : 'filled'}
                  onClick={() =>
                    setLeftOut(leftOut.includes(id) ? leftOut.filter((one) => one !== id) : [...leftOut, id])
                  }
                />
              ))}
          </Stack>
        )}
        <Typography sx={{ mt: 2, maxWidth: '75ch' }}>
          {translate('merge.what_happens', {
            smart_count: others.length,
            kept: kept.name,
            others: others.map(({ name }) => `“${name}”`).join(', '),
          })}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" loading={busy} disabled={others.length === 0} onClick={() => void start()}>
          {translate('merge.into', { name: kept.name })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
