import { AutocompleteInput, ReferenceInput, SelectArrayInput, TextInput } from 'react-admin';
import { WHOSE } from '../../api/relative-filters.ts';
import type { Session } from '../../api/types.ts';
import type { QuickFilter } from '../../components/search/quick-filters.tsx';

const REASONS = ['nobody_answered', 'busy', 'abandoned', 'voicemail', 'failed', 'after_hours'] as const;

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
];

/** Those of every day. Which rows are late depends on the moment: the order of the list says it. */
export function quickMissedFilters({ user }: Pick<Session, 'user'>): readonly QuickFilter[] {
  return [
    ...['open', 'snoozed', 'closed'].map((value) => ({ label: `missed.state.${value}`, field: 'state', value })),
    { label: 'list.mine', field: WHOSE, value: 'mine' },
    ...(user.team_id === null ? [] : [{ label: 'list.team', field: WHOSE, value: 'team' }]),
    { label: 'missed.unowned', field: 'user_id', value: 'null' },
  ];
}

export const MISSED_GROUPS = ['user_id', 'virtual_numbers', 'state'] as const;
