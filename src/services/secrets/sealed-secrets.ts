import { timingSafeEqual } from 'node:crypto';
import type { Database, Tx } from '../../db/database.ts';
import { BadSetting } from '../../kernel/setting-parsers.ts';
import type { ServiceKey } from '../../security/service-key.ts';

/** The secret that is kept under this name; undefined when there is none. */
export async function readSecret(
  { kysely }: Pick<Database, 'kysely'>,
  key: ServiceKey,
  name: string,
): Promise<Buffer | undefined> {
  const row = await kysely.selectFrom('sealed_secret').select('value').where('name', '=', name).executeTakeFirst();
  if (row === undefined) return undefined;
  const secret = key.open(name, row.value);
  if (secret === undefined) throw new BadSetting(wrongKey(name));
  return secret;
}

/** Keeps a secret, sealed, in place of an earlier one. */
export async function keepSecret(tx: Tx, key: ServiceKey, name: string, secret: Buffer): Promise<void> {
  const value = key.seal(name, secret);
  await tx
    .insertInto('sealed_secret')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** The secret of this name, made when there is none yet; processes that make one at the same moment get the same. */
export async function readOrMakeSecret(
  database: Database,
  key: ServiceKey,
  name: string,
  make: () => Buffer,
): Promise<Buffer> {
  const known = await readSecret(database, key, name);
  if (known !== undefined) return known;
  await database.kysely
    .insertInto('sealed_secret')
    .values({ name, value: key.seal(name, make()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await readSecret(database, key, name);
  if (kept === undefined) throw new Error(`the secret ${name} was deleted while it was made`);
  return kept;
}

/** Refuses a key that is not the one this database has been used with: share links and stored secrets would fail one by one. */
export async function refuseWrongKey(database: Database, key: ServiceKey): Promise<void> {
  const mark = key.derive(MARK);
  const kept = await readOrMakeSecret(database, key, MARK, () => mark);
  if (!timingSafeEqual(kept, mark)) throw new BadSetting(wrongKey(MARK));
}

const MARK = 'key of this database';

function wrongKey(name: string): string {
  return `MCUBE_SECRET_KEY, or the file secret.key of the data folder, is not the key with which this database keeps its secrets ("${name}"): give every process the first key. If that one is lost, empty the table sealed_secret: links that were shared stop working, and stored secrets must be entered again.`;
}
