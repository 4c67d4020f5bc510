import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { readOrMakeSecret } from '../secrets/sealed-secrets.ts';

/** What tells the records that this service made in an Odoo from those of another one; made once, and kept. */
export async function instanceName(database: Database, serviceKey: ServiceKey): Promise<string> {
  return (await readOrMakeSecret(database, serviceKey, 'name of this service in Odoo', () => randomBytes(4))).toString(
    'hex',
  );
}
