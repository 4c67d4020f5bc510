import { DateInput, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import { FOLLOW_UP, FROM, PERIOD, UNTIL, WHOSE, WON_FROM, WON_UNTIL } from '../../api/relative-filters.ts';
import type { Session } from '../../api/types.ts';
import { namedFilter, severalFilter } from '../../components/search/named-filter.tsx';
import type { QuickFilter } from '../../components/search/quick-filters.tsx';
import { PERIODS } from '../../format/day.ts';

/** What the leads can be narrowed by, beside the search at the top of the page. */
export const LEAD_FILTERS = [
  severalFilter('stage_id', 'stages', 'resources.leads.fields.stage_id', 'sequence'),
  namedFilter('user_id', 'users', 'resources.leads.fields.user_id'),
  namedFilter('team_id', 'teams', 'resources.leads.fields.team_id'),
  severalFilter('tag_ids', 'tags', 'resources.leads.fields.tag_names'),
  <TextInput key="phone" source="phone_numbers" />,
  <TextInput key="email" source="email" />,
  <SelectInput
    key="created"
    source={PERIOD}
    label="resources.leads.fields.create_date"
    choices={PERIODS.map((id) => ({ id, name: `period.${id}` }))}
    sx={{ minWidth: 150 }}
  />,
  <DateInput key="from" source={FROM} label="leads.created_from" />,
  <DateInput key="until" source={UNTIL} label="leads.created_until" />,
  <DateInput key="won_from" source={WON_FROM} label="leads.won_from" />,
  <DateInput key="won_until" source={WON_UNTIL} label="leads.won_until" />,
  <SelectArrayInput
    key="active"
    source="active"
    label="leads.archive"
    choices={[
      { id: true, name: 'leads.not_archived' },
      { id: false, name: 'leads.archived' },
    ]}
    sx={{ minWidth: 150 }}
  />,
  <SelectInput
    key="merged"
    source="merged_into_id"
    label="leads.merged"
    choices={[{ id: 'null', name: 'leads.merged_left_out' }]}
    sx={{ minWidth: 150 }}
  />,
];

/** Those of every day. What is never so for the person is not offered. */
export function quickLeadFilters({ user }: Pick<Session, 'user'>): readonly QuickFilter[] {
  const followUp = (value: string): QuickFilter => ({ label: `leads.follow_up_${value}`, field: FOLLOW_UP, value });
  return [
    { label: 'leads.mine', field: WHOSE, value: 'mine' },
    ...(user.team_id === null ? [] : [{ label: 'leads.team', field: WHOSE, value: 'team' }]),
    { label: 'leads.open', field: 'is_open', value: true },
    // Neither open nor archived.
    { label: 'leads.won', field: 'is_open', value: false },
    ...['due', 'late', 'today'].map(followUp),
    { label: 'leads.without_owner', field: 'user_id', value: 'null' },
    { label: 'leads.new_this_week', field: PERIOD, value: 'this_week' },
    { label: 'leads.archived', field: 'active', value: false },
  ];
}

export const LEAD_GROUPS = ['stage_id', 'user_id', 'team_id', 'source_id'] as const;
