import StageIcon from '@mui/icons-material/FlagOutlined';
import TagIcon from '@mui/icons-material/LocalOfferOutlined';
import MergeIcon from '@mui/icons-material/MergeType';
import AssignIcon from '@mui/icons-material/PersonAddAlt';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { Lead } from '../../api/types.ts';
import { AssignDialog } from '../../components/bulk/assign-dialog.tsx';
import { TagDialog } from '../../components/bulk/tag-dialog.tsx';
import type { Column } from '../../components/search/columns.ts';
import { ExportButton } from '../../export/export-button.tsx';
import { MergeSelected } from './merge/merge-selected.tsx';
import { MOST_COMPARED } from './merge/most-compared.ts';
import { StageDialog } from './stage-dialog.tsx';

/** What can be done to all leads that are selected. */
export function LeadBulkActions({ columns }: { columns: readonly Column<Lead>[] }) {
  const translate = useTranslate();
  const session = useSession();
  const { selectedIds } = useListContext();
  const [open, setOpen] = useState<'assign' | 'tag' | 'stage' | 'merge'>();
  const close = () => setOpen(undefined);
  const mayMerge = mayDo(session, 'lead-merges', 'create');
  return (
    <>
      {mayDo(session, 'leads', 'edit') && (
        <>
          <Button size="small" startIcon={<AssignIcon />} onClick={() => setOpen('assign')}>
            {translate('bulk.assign')}
          </Button>
          <Button size="small" startIcon={<TagIcon />} onClick={() => setOpen('tag')}>
            {translate('bulk.tag')}
          </Button>
          <Button size="small" startIcon={<StageIcon />} onClick={() => setOpen('stage')}>
            {translate('leads.change_stage')}
          </Button>
        </>
      )}
      {mayMerge && selectedIds.length > 1 && selectedIds.length <= MOST_COMPARED && (
        <Button size="small" startIcon={<MergeIcon />} onClick={() => setOpen('merge')}>
          {translate('merge.action')}
        </Button>
      )}
      <ExportButton columns={columns} selected />
      {open === 'assign' && <AssignDialog onClose={close} />}
      {open === 'tag' && <TagDialog onClose={close} />}
      {open === 'stage' && <StageDialog onClose={close} />}
      {open === 'merge' && <MergeSelected onClose={close} />}
    </>
  );
}
