import type { Database } from '../../src/db/database.ts';
import { insertApiKey } from '../../src/models/api-key.ts';

/** An API key of a user, for tests that speak as several people. */
export async function keyFor({ kysely }: Pick<Database, 'kysely'>, user_id: number): Promise<string> {
  const made = await kysely
    .transaction()
    .execute((tx) => insertApiKey(tx, { user_id, name: 'test', expiration_date: null }));
  return made.key;
}
