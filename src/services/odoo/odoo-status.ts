import type { Database } from '../../db/database.ts';
import { findOdooConnection, type OdooConnection } from '../../models/odoo-connection.ts';
import { measureOdooQueue, type OdooQueue } from '../../models/odoo-delivery.ts';
import { describeFollowing } from '../../models/odoo-reader.ts';
import { describeOdoo } from '../../odoo/connect/describe.ts';

export type OdooStatus = {
  connection: (Omit<OdooConnection, 'about' | 'key_sealed'> & { version: string; about: string[] }) | null;
  queue: OdooQueue;
  /** How far what people changed in Odoo is known here. */
  following: { last_read_date: Date; lag_seconds: number } | null;
};

/** How things stand with Odoo, for people. */
export async function odooStatus(database: Database, now: Date): Promise<OdooStatus> {
  const found = await findOdooConnection(database);
  const queue = await measureOdooQueue(database);
  if (found === undefined) return { connection: null, queue, following: null };
  const { about, key_sealed, ...connection } = found;
  return {
    connection: { ...connection, version: about.version.series, about: describeOdoo(about) },
    queue,
    following: await describeFollowing(database, now),
  };
}
