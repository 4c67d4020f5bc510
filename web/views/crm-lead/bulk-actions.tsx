import StageIcon from '@mui/icons-material/FlagOutlined';
import MergeIcon from '@mui/icons-material/MergeType';
import { useListContext } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { Lead } from '../../api/types.ts';
import { AssignButton, BulkButton, TagButton } from '../../components/bulk/bulk-button.tsx';
import type { Column } from '../../components/search/columns.ts';
import { ExportButton } from '../../export/export-button.tsx';
import { MergeSelected } from './merge/merge-selected.tsx';
import { MOST_COMPARED } from './merge/most-compared.ts';
import { StageDialog } from './stage-dialog.tsx';

/** What can be done to all leads that are selected. */
export function LeadBulkActions({ columns }: { columns: readonly Column<Lead>[] }) {
  const session = useSession();
  const { selectedIds } = useListContext();
  const comparable = selectedIds.length > 1 && selectedIds.length <= MOST_COMPARED;
  return (
    <>
      {mayDo(session, 'leads', 'edit') && (
        <>
          <AssignButton />
          <TagButton />
          <BulkButton label="leads.change_stage" icon={<StageIcon />} dialog={StageDialog} />
        </>
      )}
      {comparable && mayDo(session, 'lead-merges', 'create') && (
        <BulkButton label="merge.action" icon={<MergeIcon />} dialog={MergeSelected} />
      )}
      <ExportButton columns={columns} selected />
    </>
  );
}
