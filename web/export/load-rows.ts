import type { DataProvider, Identifier, RaRecord, SortPayload } from 'react-admin';
import { MOST_ROWS } from '../api/list-query.ts';
import type { Query } from '../api/request.ts';

/** The most rows that one export holds. A table calculation opens a million; a browser must hold them all first. */
export const MOST_EXPORTED = 50_000;

type Wish = { resource: string; filter: Query; sort: SortPayload; signal: AbortSignal };

/** All rows of a list, as far as {@link MOST_EXPORTED}, page after page; each once, however much comes in meanwhile. */
export async function loadRows<Row extends RaRecord>(
  dataProvider: DataProvider,
  { resource, filter, sort, signal }: Wish,
  progress: (loaded: number, total: number) => void,
): Promise<Row[]> {
  const rows = new Map<Identifier, Row>();
  // What is made from now on would push the others from page to page.
  const until = { create_date_lte: new Date() };
  for (let page = 1; rows.size < MOST_EXPORTED; page += 1) {
    const pagination = { page, perPage: MOST_ROWS };
    const answer = await dataProvider.getList<Row>(resource, {
      pagination,
      sort,
      filter: { ...until, ...filter },
      signal,
    });
    for (const row of answer.data) rows.set(row.id, row);
    progress(rows.size, Math.min(answer.total ?? rows.size, MOST_EXPORTED));
    if (answer.data.length < MOST_ROWS) break;
  }
  return [...rows.values()].slice(0, MOST_EXPORTED);
}
