import { SelectArrayInput, SelectInput } from 'react-admin';

const OUTCOMES = ['answered', 'missed', 'busy', 'abandoned', 'voicemail', 'in_progress', 'failed'] as const;
const DIRECTIONS = ['inbound', 'outbound'] as const;

/** What the calls can be narrowed by. */
export const FILTERS = [
  <SelectArrayInput
    key="outcome"
    source="outcome"
    choices={OUTCOMES.map((id) => ({ id, name: `outcome.${id}` }))}
    alwaysOn
    sx={{ minWidth: 170 }}
  />,
  <SelectInput
    key="direction"
    source="direction"
    choices={DIRECTIONS.map((id) => ({ id, name: `direction.${id}` }))}
    alwaysOn
    sx={{ minWidth: 130 }}
  />,
];
