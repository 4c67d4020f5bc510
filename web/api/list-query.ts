import type { GetListParams } from 'react-admin';
import type { Query } from './request.ts';

/** The most rows that the API gives at once. */
export const MOST_ROWS = 200;

/** A list of react-admin as the API asks for it: `limit`, `page`, `sort` with - for descending, and the filters as they are. */
export function listQuery({ pagination, sort, filter }: Pick<GetListParams, 'pagination' | 'sort' | 'filter'>): Query {
  const { page = 1, perPage = 25 } = pagination ?? {};
  return {
    limit: Math.min(perPage, MOST_ROWS),
    page,
    ...(sort?.field !== undefined && sort.field !== '' && { sort: `${sort.order === 'DESC' ? '-' : ''}${sort.field}` }),
    ...filter,
  };
}
