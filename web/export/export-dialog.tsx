import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { downloadCSV, type RaRecord, type SortPayload, useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { Query } from '../api/request.ts';
import type { Column } from '../components/search/columns.ts';
import { fieldLabel } from '../components/search/field-label.ts';
import { dayOf } from '../format/moment.ts';
import { useFormat } from '../format/use-format.ts';
import { csvOf } from './csv.ts';
import { loadRows, MOST_EXPORTED } from './load-rows.ts';

type Props<Row> = {
  resource: string;
  columns: readonly Column<Row>[];
  filter: Query;
  sort: SortPayload;
  onClose: () => void;
};

/** Loads the rows and saves the file, with what has come so far; closing it gives up. */
export function ExportDialog<Row extends RaRecord>({ resource, columns, filter, sort, onClose }: Props<Row>) {
  const translate = useTranslate();
  const format = useFormat();
  const notify = useNotify();
  const title = useId();
  const dataProvider = useDataProvider();
  const [{ loaded, total }, setProgress] = useState({ loaded: 0, total: 0 });
  // What was shown when it was asked for: what changes meanwhile is for the next one.
  const [start] = useState(() => async (signal: AbortSignal) => {
    const wish = { resource, filter, sort, signal };
    const rows = await loadRows<Row>(dataProvider, wish, (done, all) => setProgress({ loaded: done, total: all }));
    if (signal.aborted) return;
    const head = columns.map(({ source, label = fieldLabel(resource, source) }) => translate(label));
    const body = rows.map((row) => columns.map(({ text }) => text(row)));
    downloadCSV(csvOf([head, ...body]), `${resource}-${dayOf(new Date(), format.timeZone)}`);
    const cut = rows.length === MOST_EXPORTED;
    notify(cut ? 'export.cut' : 'export.done', {
      type: cut ? 'warning' : 'success',
      messageArgs: { smart_count: rows.length, rows: format.number(rows.length) },
    });
    onClose();
  });
  useEffect(() => {
    const giveUp = new AbortController();
    start(giveUp.signal).catch((error: Error) => {
      if (giveUp.signal.aborted) return;
      notify(error.message, { type: 'error' });
      onClose();
    });
    return () => giveUp.abort();
  }, [start, notify, onClose]);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title}>{translate('export.title')}</DialogTitle>
      <DialogContent>
        <LinearProgress
          aria-labelledby={title}
          {...(total > 0 && { variant: 'determinate', value: (loaded / total) * 100 })}
        />
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {translate('export.progress', { loaded: format.number(loaded), total: format.number(total) })}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
}
