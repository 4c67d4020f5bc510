import { useTranslate } from 'react-admin';
import { useFormat } from '../../format/use-format.ts';
import type { RecordGroup } from './use-groups.ts';

/** What a group is called: by the words people use for its value. */
export function useGroupName(): (by: string, group: Pick<RecordGroup, 'value' | 'label'>) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (by, { value, label }) => {
    if (value === null) return translate(by === 'phone_number' ? 'phone.withheld' : 'list.no_value');
    if (by === 'outcome' || by === 'direction') return translate(`${by}.${value}`);
    if (by === 'state') return translate(`missed.state.${value}`);
    if (by === 'promise') return translate(`missed.promise.${value}`);
    if (by === 'virtual_number' || by === 'virtual_numbers') return format.phone(String(value));
    if (by === 'day') return format.day(String(value));
    return label ?? String(value);
  };
}
