import TagIcon from '@mui/icons-material/LocalOfferOutlined';
import AssignIcon from '@mui/icons-material/PersonAddAlt';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { CallRecord } from '../../api/types.ts';
import { AssignDialog } from '../../components/bulk/assign-dialog.tsx';
import { TagDialog } from '../../components/bulk/tag-dialog.tsx';
import type { Column } from '../../components/search/columns.ts';
import { ExportButton } from '../../export/export-button.tsx';

/** What can be done to all calls that are selected. */
export function CallBulkActions({ columns }: { columns: readonly Column<CallRecord>[] }) {
  const translate = useTranslate();
  const session = useSession();
  const [open, setOpen] = useState<'assign' | 'tag'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {mayDo(session, 'call-records', 'edit') && (
        <>
          <Button size="small" startIcon={<AssignIcon />} onClick={() => setOpen('assign')}>
            {translate('bulk.assign')}
          </Button>
          <Button size="small" startIcon={<TagIcon />} onClick={() => setOpen('tag')}>
            {translate('bulk.tag')}
          </Button>
        </>
      )}
      <ExportButton columns={columns} selected />
      {open === 'assign' && <AssignDialog onClose={close} />}
      {open === 'tag' && <TagDialog onClose={close} />}
    </>
  );
}
