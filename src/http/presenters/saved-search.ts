import { type Static, Type } from 'typebox';
import { SEARCHABLE } from '../../models/saved-search.ts';
import type { SavedSearchRow } from '../../models/saved-search-list.ts';
import { component, Name, Time, words } from '../schemas.ts';

export const SAVED_SEARCH_FIELDS = {
  name: Name,
  resource: words(SEARCHABLE, 'What is searched, as it is named in the address.'),
  query: Type.Record(Type.String(), Type.Unknown(), {
    description:
      'Filter, sort, group and columns, as the client that keeps them reads them again; at most 10,000 bytes.',
  }),
  is_shared: Type.Boolean({ description: 'Whether everybody sees it.' }),
  is_default: Type.Boolean({ description: 'What its owner sees first; one a person and resource.' }),
};

export const SavedSearch = component('SavedSearch', {
  id: Type.Integer(),
  ...SAVED_SEARCH_FIELDS,
  user_id: Type.Integer(),
  user_name: Type.String(),
  create_date: Time(),
  write_date: Time(),
});

export function presentSavedSearch(row: SavedSearchRow): Static<typeof SavedSearch> {
  return { ...row, create_date: row.create_date.toISOString(), write_date: row.write_date.toISOString() };
}
