import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { type RaRecord, useListContext, useResourceContext, useTranslate } from 'react-admin';
import type { Column } from '../components/search/columns.ts';
import { useIsPhone } from '../layout/use-is-phone.ts';
import { ExportDialog } from './export-dialog.tsx';

type Props<Row> = {
  columns: readonly Column<Row>[];
  /** Only the rows that are selected. */
  selected?: boolean;
};

/** Saves what the list shows as CSV: its rows as filtered and ordered, on all pages, with the columns as they stand. */
export function ExportButton<Row extends RaRecord>({ columns, selected = false }: Props<Row>) {
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const resource = useResourceContext() ?? '';
  const { filterValues, filter, sort, selectedIds, total = 0 } = useListContext();
  const [exporting, setExporting] = useState(false);
  const label = translate('ra.action.export');
  const start = () => setExporting(true);
  return (
    <>
      {isPhone ? (
        <Tooltip title={label}>
          <IconButton color="primary" aria-label={label} onClick={start}>
            <DownloadIcon />
          </IconButton>
        </Tooltip>
      ) : (
        <Button size="small" startIcon={<DownloadIcon />} disabled={total === 0} onClick={start}>
          {label}
        </Button>
      )}
      {exporting && (
        <ExportDialog
          resource={resource}
          columns={columns}
          filter={selected ? { id: selectedIds } : { ...filterValues, ...filter }}
          sort={sort}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}
