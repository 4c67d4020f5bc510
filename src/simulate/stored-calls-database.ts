import type { Database } from '../db/database.ts';
import type { FindStoredCalls } from './stored-calls.ts';

/** Looks calls up in the database itself, for a run on the service's own machine. */
export function findStoredCallsInDatabase(database: Pick<Database, 'kysely'>): FindStoredCalls {
  return (callIds) =>
    database.kysely
      .selectFrom('mcube_call_record')
      .select(['call_id as callId', 'lead_id as lead'])
      .where('call_id', 'in', callIds)
      .execute();
}
