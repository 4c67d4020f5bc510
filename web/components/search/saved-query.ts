import type { Query } from '../../api/query.ts';

/** What is kept of a search, whatever it is a search of. */
export type SavedQuery = {
  filter: Query;
  sort: { field: string; order: 'ASC' | 'DESC' } | undefined;
  columns: { hidden: string[]; ranks: number[] | undefined } | undefined;
};

/** Kept by this version or by another one: what has not the expected form is left out. */
export function readSavedQuery({ filter, sort, columns }: Record<string, unknown>): SavedQuery {
  const { field, order } = asObject(sort);
  const { hidden, ranks } = asObject(columns);
  return {
    filter: asObject(filter),
    sort: typeof field === 'string' && (order === 'ASC' || order === 'DESC') ? { field, order } : undefined,
    columns: Array.isArray(hidden)
      ? {
          hidden: hidden.filter((one) => typeof one === 'string'),
          ranks: Array.isArray(ranks) ? ranks.filter((one) => typeof one === 'number') : undefined,
        }
      : undefined,
  };
}

/** The address of a list with this search. */
export function addressOf(resource: string, { filter, sort }: Pick<SavedQuery, 'filter' | 'sort'>): string {
  const search = new URLSearchParams({
    filter: JSON.stringify(filter),
    ...(sort !== undefined && { sort: sort.field, order: sort.order }),
    page: '1',
    // Filters with a field of their own are shown with it.
    displayedFilters: JSON.stringify(Object.fromEntries(Object.keys(filter).map((field) => [field, true]))),
  });
  return `/${resource}?${search}`;
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
