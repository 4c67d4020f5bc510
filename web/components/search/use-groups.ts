import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { filtersOf } from '../../api/data-provider.ts';
import { DAY } from '../../api/relative-filters.ts';
import { type Query, request } from '../../api/request.ts';
import type { Schema } from '../../api/types.ts';

export type RecordGroup = Schema['RecordGroup'];
export type Groups = { data: RecordGroup[]; total: number };

/** The groups of the rows that a filter lets through; named after the resource, so that live changes load them anew. */
export function useGroups(resource: string, by: string, filter: Query, limit: number) {
  return useQuery({
    queryKey: [resource, 'groups', by, filter, limit],
    queryFn: ({ signal }) => loadGroups(resource, by, filter, limit, signal),
    placeholderData: keepPreviousData,
  });
}

export async function loadGroups(
  resource: string,
  by: string,
  filter: Query,
  limit: number,
  signal?: AbortSignal,
): Promise<Groups> {
  const query = { ...(await filtersOf(resource, filter)), by, limit };
  return await request<Groups>('GET', `/api/${resource}/groups`, { query, signal });
}

/** The filter that lets the rows of one group through. */
export function groupFilter(by: string, value: RecordGroup['value']): Query {
  if (by === 'day') return { [DAY]: value };
  // As a word: react-admin drops a filter that is null.
  return { [by]: value ?? 'null' };
}
