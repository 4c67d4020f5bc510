import { DateTimeInput, SelectInput, TextInput } from 'react-admin';

export const STATES = ['received', 'processed', 'ignored', 'failed', 'refused'] as const;

/** What the inbox can be narrowed by. */
export const FILTERS = [
  <SelectInput
    key="state"
    source="state"
    alwaysOn
    choices={STATES.map((id) => ({ id, name: `inbox.state.${id}` }))}
    sx={{ minWidth: 150 }}
  />,
  <TextInput key="call_id" source="call_id" label="inbox.call_id" alwaysOn resettable />,
  <DateTimeInput key="received_at_gte" source="received_at_gte" label="inbox.received_from" />,
  <DateTimeInput key="received_at_lt" source="received_at_lt" label="inbox.received_to" />,
];
