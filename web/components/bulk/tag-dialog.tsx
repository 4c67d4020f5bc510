import { type RaRecord, ReferenceArrayInput, required, useListContext, useTranslate } from 'react-admin';
import { FormDialog } from '../form-dialog.tsx';
import { TagInput } from '../tags/tag-input.tsx';
import { useChangeSelected } from './use-change-selected.ts';

/** Puts tags on the selected records, beside those that they bear. */
export function TagDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { selectedIds } = useListContext();
  const { change, progress } = useChangeSelected<RaRecord & { tag_ids: number[] }>(onClose);
  return (
    <FormDialog
      title={translate('bulk.tag_title', { smart_count: selectedIds.length })}
      progress={progress}
      onClose={onClose}
      onSubmit={async ({ tag_ids }) =>
        change((row) => ({ tag_ids: [...new Set([...row.tag_ids, ...(Array.isArray(tag_ids) ? tag_ids : [])])] }))
      }
    >
      <ReferenceArrayInput source="tag_ids" reference="tags" perPage={200} sort={{ field: 'name', order: 'ASC' }}>
        <TagInput validate={required()} />
      </ReferenceArrayInput>
    </FormDialog>
  );
}
