import { AutocompleteInput, ReferenceArrayInput, ReferenceInput, SelectArrayInput } from 'react-admin';

/** A filter by somebody or something that is found by its name. */
export function namedFilter(source: string, reference: string, label: string) {
  return (
    <ReferenceInput key={source} source={source} reference={reference}>
      <AutocompleteInput
        optionText="name"
        label={label}
        filterToQuery={(q: string) => ({ q })}
        sx={{ minWidth: 200 }}
      />
    </ReferenceInput>
  );
}

/** A filter by several of a short list. */
export function severalFilter(source: string, reference: string, label: string, order = 'name') {
  return (
    <ReferenceArrayInput key={source} source={source} reference={reference} sort={{ field: order, order: 'ASC' }}>
      <SelectArrayInput optionText="name" label={label} sx={{ minWidth: 150 }} />
    </ReferenceArrayInput>
  );
}
