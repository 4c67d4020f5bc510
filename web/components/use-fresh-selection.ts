import { useEffect } from 'react';
import { useListContext } from 'react-admin';

/** What the rows that are selected were asked for by; of this tab, as react-admin remembers them for days. */
const askedBy = new Map<string, string>();

/** Only what is seen is selected: other filters, and another visit, begin with nothing. Another page, and a look at a row, do not. */
export function useFreshSelection(): void {
  const { resource, filterValues, onSelect } = useListContext();
  const asked = JSON.stringify(filterValues);
  useEffect(() => {
    if (askedBy.get(resource) === asked) return;
    askedBy.set(resource, asked);
    onSelect([]);
  }, [resource, asked, onSelect]);
}
