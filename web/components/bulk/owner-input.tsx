import { AutocompleteInput, ReferenceInput, required } from 'react-admin';

/** Whose the selected records become. */
export function OwnerInput() {
  return (
    <ReferenceInput source="user_id" reference="users" filter={{ active: true }}>
      <AutocompleteInput
        optionText="name"
        label="bulk.owner"
        filterToQuery={(q: string) => ({ q })}
        validate={required()}
        helperText={false}
      />
    </ReferenceInput>
  );
}
