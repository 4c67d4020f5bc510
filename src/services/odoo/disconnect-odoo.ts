import type { Database } from '../../db/database.ts';
import { endOdooConnection } from '../../models/odoo-connection.ts';
import { requireConnection } from './connect-odoo.ts';

/**
 * Ends the connection: the key and the deliveries are forgotten. Which lead here is which there stays known, so that
 * connecting again begins where this ended.
 */
export async function disconnectOdoo(database: Database): Promise<void> {
  await requireConnection(database);
  await database.kysely.transaction().execute(endOdooConnection);
}
