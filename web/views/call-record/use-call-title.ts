import { useTranslate } from 'react-admin';
import type { CallRecord } from '../../api/types.ts';
import { useFormat } from '../../format/use-format.ts';

/** What a call is called: by the person it was with. */
export function useCallTitle(): (call: Pick<CallRecord, 'lead_name' | 'caller_name' | 'phone_number'>) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ lead_name, caller_name, phone_number }) =>
    lead_name ?? caller_name ?? (phone_number === null ? translate('phone.withheld') : format.phone(phone_number));
}
