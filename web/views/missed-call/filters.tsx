import { AutocompleteInput, ReferenceInput, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import { WHOSE } from '../../api/relative-filters.ts';
import type { Session } from '../../api/types.ts';
import type { QuickFilter } from '../../components/search/quick-filters.tsx';

const REASONS = ['nobody_answered', 'busy', 'abandoned', 'voicemail', 'failed', 'after_hours'] as const;

const PROMISES = ['kept', 'late', 'waiting', 'not_needed'] as const;

/** What the queue can be narrowed by. */
export const FILTERS = [
  <SelectArrayInput
    key="reason"
    source="reason"
    choices={REASONS.map((id) => ({ id, name: `missed.reason.${id}` }))}
    sx={{ minWidth: 180 }}
  />,
  <ReferenceInput key="user" source="user_id" reference="users">
    <AutocompleteInput
      optionText="name"
      filterToQuery={(q: string) => ({ q })}
      label="resources.missed-calls.fields.user_name"
      sx={{ minWidth: 200 }}
    />
  </ReferenceInput>,
  <TextInput key="virtual" source="virtual_number_like" />,
  <SelectInput
    key="promise"
    source="promise"
    choices={PROMISES.map((id) => ({ id, name: `missed.promise.${id}` }))}
    sx={{ minWidth: 150 }}
  />,
];

/** Those of every day. */
export function quickMissedFilters({ user }: Pick<Session, 'user'>): readonly QuickFilter[] {
  return [
    ...['open', 'snoozed', 'closed'].map((value) => ({ label: `missed.state.${value}`, field: 'state', value })),
    { label: 'missed.promise.late', field: 'promise', value: 'late' },
    { label: 'list.mine', field: WHOSE, value: 'mine' },
    ...(user.team_id === null ? [] : [{ label: 'list.team', field: WHOSE, value: 'team' }]),
    { label: 'missed.unowned', field: 'user_id', value: 'null' },
  ];
}

export const MISSED_GROUPS = ['user_id', 'virtual_numbers', 'state', 'promise'] as const;
