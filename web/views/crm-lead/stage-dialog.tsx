import { ReferenceInput, required, SelectInput, useListContext, useTranslate } from 'react-admin';
import { useChangeSelected } from '../../components/bulk/use-change-selected.ts';
import { FormDialog } from '../../components/form-dialog.tsx';

/** Puts the selected leads into a stage. */
export function StageDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { selectedIds } = useListContext();
  const { change, progress } = useChangeSelected(onClose);
  return (
    <FormDialog
      title={translate('leads.stage_title', { smart_count: selectedIds.length })}
      progress={progress}
      onClose={onClose}
      onSubmit={async ({ stage_id }) => change(() => ({ stage_id }))}
    >
      <ReferenceInput source="stage_id" reference="stages" sort={{ field: 'sequence', order: 'ASC' }}>
        <SelectInput
          optionText="name"
          label="resources.leads.fields.stage_id"
          validate={required()}
          helperText={false}
          fullWidth
        />
      </ReferenceInput>
    </FormDialog>
  );
}
