import type { Database } from '../db/database.ts';
import { type ListDefinition, listIds } from '../models/list.ts';

/** All rows of a short list, in its usual order. */
export async function listAll<Row extends { id: number }>(
  database: Database,
  list: ListDefinition,
  load: (database: Database, ids: readonly number[]) => Promise<Row[]>,
  filters: Parameters<typeof listIds>[2]['filters'] = [],
): Promise<Row[]> {
  const query = { limit: 10_000, offset: 0, sort: [], search: undefined, filters };
  const ids = await listIds(database, list, query, undefined);
  return inOrder(ids, await load(database, ids));
}

/** Rows are loaded in any order; the list knows which. */
export function inOrder<Row extends { id: number }>(ids: readonly number[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
