import {
  AutocompleteInput,
  BooleanInput,
  ReferenceInput,
  required,
  useNotify,
  useTranslate,
  useUpdate,
} from 'react-admin';
import type { CallRecord, Schema } from '../../../api/types.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useFormat } from '../../../format/use-format.ts';

type Props = { call: CallRecord; to: number | null; onClose: () => void };

/** Puts the call on another lead; if wanted, the next calls of its number too. */
export function LeadDialog({ call, to, onClose }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const format = useFormat();
  const [update] = useUpdate();
  const nameOf = ({ name, phone, stage_name }: Schema['Lead']) =>
    [name, ...(phone === null ? [] : [format.phone(phone)]), stage_name].join(' · ');
  return (
    <FormDialog
      title={translate('calls.other_lead')}
      submit="calls.put_here"
      defaultValues={{ lead_id: to, remember_for_number: call.lead_candidates.length > 0 }}
      onClose={onClose}
      onSubmit={async ({ lead_id, remember_for_number }) => {
        const remember = call.phone_number !== null && { remember_for_number };
        const params = { id: call.id, data: { lead_id, ...remember }, previousData: call };
        await update('call-records', params, { returnPromise: true }).then(
          () => {
            notify('calls.moved', { type: 'success' });
            onClose();
          },
          (error: Error) => notify(error.message, { type: 'error' }),
        );
      }}
    >
      <ReferenceInput source="lead_id" reference="leads" sort={{ field: 'last_call_date', order: 'DESC' }}>
        <AutocompleteInput
          optionText={nameOf}
          label="calls.lead"
          filterToQuery={(q: string) => ({ q })}
          validate={required()}
          helperText={false}
        />
      </ReferenceInput>
      {call.phone_number !== null && (
        <BooleanInput source="remember_for_number" label="calls.remember_for_number" helperText={false} />
      )}
    </FormDialog>
  );
}
