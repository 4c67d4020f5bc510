import { useGetMany, useListContext } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { Lead } from '../../../api/types.ts';
import { leadPath } from '../lead-path.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** Merges the leads that are selected in the list; the oldest is kept unless another is chosen. */
export function MergeSelected({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const { selectedIds, onUnselectItems } = useListContext();
  const { data = [] } = useGetMany<Lead>('leads', { ids: selectedIds });
  const leads = data.filter((lead) => lead !== undefined).toSorted((one, other) => one.id - other.id);
  const [oldest] = leads;
  if (oldest === undefined || leads.length < selectedIds.length) return null;
  return (
    <MergeDialog
      leads={leads}
      keep={oldest}
      onClose={onClose}
      onMerged={({ id }) => {
        onUnselectItems();
        void navigate(leadPath(id));
      }}
    />
  );
}
