import { useTranslate } from 'react-admin';
import { useFormat } from '../format/use-format.ts';
import type { MyCall } from './use-my-calls.ts';

/** Who it is: whom the lead names, once it does; the number; or nobody who says so. */
export function useCallerName({ lead, call_record }: MyCall): string {
  const translate = useTranslate();
  const format = useFormat();
  if (lead?.contact_name) return lead.contact_name;
  // A lead that a call has made is called after the call.
  if (lead !== null && !lead.is_new && !lead.is_unnamed) return lead.name;
  const { caller_name, phone_number } = call_record;
  return caller_name ?? (phone_number === null ? translate('phone.withheld') : format.phone(phone_number));
}
