import {
  AutocompleteInput,
  ReferenceArrayInput,
  ReferenceInput,
  SelectArrayInput,
  SelectInput,
  TextInput,
} from 'react-admin';
import { FOLLOW_UP, PERIOD, WHOSE } from '../../api/relative-filters.ts';
import type { Session } from '../../api/types.ts';
import type { QuickFilter } from '../../components/search/quick-filters.tsx';
import { PERIODS } from '../../format/day.ts';

/** What the leads can be narrowed by, beside the search at the top of the page. */
export const LEAD_FILTERS = [
  <ReferenceArrayInput key="stage" source="stage_id" reference="stages" sort={{ field: 'sequence', order: 'ASC' }}>
    <SelectArrayInput optionText="name" label="resources.leads.fields.stage_id" sx={{ minWidth: 150 }} />
  </ReferenceArrayInput>,
  byName('user_id', 'users'),
  byName('team_id', 'teams'),
  <ReferenceArrayInput key="tags" source="tag_ids" reference="tags" sort={{ field: 'name', order: 'ASC' }}>
    <SelectArrayInput optionText="name" label="resources.leads.fields.tag_names" sx={{ minWidth: 150 }} />
  </ReferenceArrayInput>,
  <TextInput key="phone" source="phone_numbers" />,
  <TextInput key="email" source="email" />,
  <SelectInput
    key="created"
    source={PERIOD}
    label="resources.leads.fields.create_date"
    choices={PERIODS.map((id) => ({ id, name: `period.${id}` }))}
    sx={{ minWidth: 150 }}
  />,
];

function byName(source: string, reference: string) {
  return (
    <ReferenceInput key={source} source={source} reference={reference}>
      <AutocompleteInput
        optionText="name"
        label={`resources.leads.fields.${source}`}
        filterToQuery={(q: string) => ({ q })}
        sx={{ minWidth: 200 }}
      />
    </ReferenceInput>
  );
}

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
