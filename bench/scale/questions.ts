import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { readListQuery } from '../../src/http/list-query.ts';
import { callRecordList, loadCallRecords } from '../../src/models/call-record-list.ts';
import { readDashboard } from '../../src/models/dashboard.ts';
import { LEAD_LIST, loadLeads } from '../../src/models/lead-list.ts';
import { countAround, type ListDefinition, listIds } from '../../src/models/list.ts';
import { FIRST_PHONE } from '../load/call-numbers.ts';
import type { Past } from './fill-database.ts';

/** What people ask, as the API answers it: the page's ids, their total, and the rows, without HTTP around it. */
export type Question = {
  name: string;
  ask(database: Database, past: Past, run: number): Promise<unknown>;
};

export const QUESTIONS: readonly Question[] = [
  {
    name: 'a lead by its phone',
    ask: (database, past, run) =>
      list(database, LEAD_LIST, loadLeads, { phone: String(FIRST_PHONE + customerOf(past, run)) }),
  },
  { name: 'first page of the calls', ask: (database) => calls(database, {}) },
  { name: 'first page, a rare status (1 in 2,000)', ask: (database) => calls(database, { status: 'CONGESTION' }) },
  { name: 'first page, a common status (65 %)', ask: (database) => calls(database, { status: 'ANSWER' }) },
  { name: 'first page, a less common status (5 %)', ask: (database) => calls(database, { status: 'NOANSWER' }) },
  {
    name: 'the history of a lead',
    ask: (database, past, run) => calls(database, { lead_id: String(1 + customerOf(past, run)) }),
  },
  {
    name: 'an hour of the week, 30 days',
    ask: (database) =>
      calls(database, {
        call_date_gte: dayBefore(30),
        call_date_lt: dayBefore(0),
        call_weekday: '3',
        call_hour: '11',
        direction: 'inbound',
      }),
  },
  {
    name: 'the dashboard, 30 days',
    ask: (database) => readDashboard(database, dayBefore(30), dayBefore(1), 'Asia/Kolkata'),
  },
];

const CALLS = callRecordList('Asia/Kolkata');

const calls = (database: Database, query: Record<string, string>) => list(database, CALLS, loadHeard, query);

const loadHeard = (database: Database, ids: readonly number[]) => loadCallRecords(database, ids, sql`true`);

async function list(
  database: Database,
  definition: ListDefinition,
  load: (database: Database, ids: readonly number[]) => Promise<unknown[]>,
  query: Record<string, string>,
): Promise<unknown[]> {
  const read = readListQuery(query, definition, 'IN');
  const ids = await listIds(database, definition, read, undefined);
  const [rows] = await Promise.all([load(database, ids), countAround(database, definition, read, undefined, ids)]);
  if (rows.length === 0 && query.status !== 'CONGESTION')
    throw new Error(`Nothing was found for ${JSON.stringify(query)}.`);
  return rows;
}

/** Another customer every time. */
function customerOf({ customers }: Past, run: number): number {
  return (run * 7_919) % customers;
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
