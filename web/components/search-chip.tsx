import Chip from '@mui/material/Chip';
import { useListContext, useResourceContext, useTranslate } from 'react-admin';
import { fieldLabel } from './search/field-label.ts';
import { useGroupName } from './search/use-group-name.ts';

/** The words that the list is searched for (layout/search-box.tsx), and the way out of the search. */
export function SearchChip() {
  const translate = useTranslate();
  return <FilterChip field="q" label={(words) => translate('list.searched', { words })} />;
}

/** Whose events the inbox shows, where somebody came from a call: it would seem that no others had arrived. */
export function CallChip() {
  const translate = useTranslate();
  return <FilterChip field="call_record_id" label={() => translate('list.of_one_call')} />;
}

/** What a group or a figure is of, exactly. No input asks for it: people ask for what is like it. */
export function ExactChips() {
  const translate = useTranslate();
  const groupName = useGroupName();
  const resource = useResourceContext() ?? '';
  return EXACT.map((field) => {
    const nameOf = (value: string) => groupName(field, { value: value === 'null' ? null : value, label: null });
    return (
      <FilterChip
        key={field}
        field={field}
        label={(value) => `${translate(fieldLabel(resource, field))}: ${nameOf(value)}`}
      />
    );
  });
}

const EXACT = ['agent_name', 'virtual_number', 'virtual_numbers'];

function FilterChip({ field, label }: { field: string; label: (value: string) => string }) {
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const { [field]: value, ...others } = filterValues;
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return null;
  return (
    <Chip
      label={label(String(value))}
      onDelete={() => setFilters(others, displayedFilters)}
      sx={{ m: 1.5, mb: 0, mr: 0 }}
    />
  );
}
