import { useListContext, useTranslate } from 'react-admin';
import { FormDialog } from '../form-dialog.tsx';
import { OwnerInput } from './owner-input.tsx';
import { useChangeSelected } from './use-change-selected.ts';

/** Gives the selected records to somebody. */
export function AssignDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { selectedIds } = useListContext();
  const { change, progress } = useChangeSelected(onClose);
  return (
    <FormDialog
      title={translate('bulk.assign_title', { smart_count: selectedIds.length })}
      progress={progress}
      onClose={onClose}
      onSubmit={async ({ user_id }) => change(() => ({ user_id }))}
    >
      <OwnerInput />
    </FormDialog>
  );
}
