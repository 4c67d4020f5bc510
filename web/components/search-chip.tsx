import Chip from '@mui/material/Chip';
import { useListContext, useTranslate } from 'react-admin';

/** The words that the list is searched for (layout/search-box.tsx), and the way out of the search. */
export function SearchChip() {
  const translate = useTranslate();
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const { q, ...others } = filterValues;
  if (typeof q !== 'string' || q === '') return null;
  return (
    <Chip
      label={translate('list.searched', { words: q })}
      onDelete={() => setFilters(others, displayedFilters)}
      sx={{ m: 1.5, mb: 0 }}
    />
  );
}
