import type { CallRecord } from '../../api/types.ts';
import { AssignButton, TagButton } from '../../components/bulk/bulk-button.tsx';
import type { Column } from '../../components/search/columns.ts';
import { ExportButton } from '../../export/export-button.tsx';

/** What can be done to all calls that are selected. */
export function CallBulkActions({ columns }: { columns: readonly Column<CallRecord>[] }) {
  return (
    <>
      <AssignButton />
      <TagButton />
      <ExportButton columns={columns} selected />
    </>
  );
}
