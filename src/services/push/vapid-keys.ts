import { Type } from 'typebox';
import { Value } from 'typebox/value';
import webPush from 'web-push';
import type { Database } from '../../db/database.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { readOrMakeSecret } from '../secrets/sealed-secrets.ts';

const Keys = Type.Object({ publicKey: Type.String(), privateKey: Type.String() });

/** The keys by which push services know us: made once, kept sealed. */
export async function vapidKeys(
  database: Database,
  key: ServiceKey,
): Promise<{ publicKey: string; privateKey: string }> {
  const make = () => Buffer.from(JSON.stringify(webPush.generateVAPIDKeys()));
  const kept: unknown = JSON.parse((await readOrMakeSecret(database, key, 'vapid', make)).toString());
  return Value.Parse(Keys, kept);
}
