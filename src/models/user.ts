import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import type { Group } from '../db/tables.ts';
import { normalisePhoneNumber } from './phone-number.ts';
import type { UserPreferences } from './user-preferences.ts';

/** What people write about a user. */
export type UserFields = {
  login: string;
  name: string;
  email: string | null;
  phone: string | null;
  mcube_virtual_number: string | null;
  groups: Group[];
  team_id: number | null;
  active: boolean;
};

export type NewUserFields = Partial<UserFields> & Pick<UserFields, 'login' | 'name'>;

export async function insertUser(
  tx: Tx,
  fields: NewUserFields,
  passwordHash: string | null,
  region: string,
): Promise<number> {
  const row = { ...columnsOf(fields, region), login: fields.login.trim(), name: fields.name.trim() };
  const { id } = await tx
    .insertInto('res_users')
    .values({ ...row, password_hash: passwordHash })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when there is no such user. */
export async function updateUser(
  tx: Tx,
  id: number,
  fields: Partial<UserFields & UserPreferences> & { password_hash?: string },
  region: string,
): Promise<boolean> {
  const { password_hash, ...rest } = fields;
  const row = { ...columnsOf(rest, region), ...(password_hash !== undefined && { password_hash }) };
  const updated = await tx
    .updateTable('res_users')
    .set({ ...row, write_date: sql`now()` })
    .where('id', '=', id)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export type Account = { id: number; login: string; password_hash: string | null };

/** An active user by login, which is the same in capitals and small letters. */
export async function findAccount(database: Database, login: string): Promise<Account | undefined> {
  return await database.kysely
    .selectFrom('res_users')
    .select(['id', 'login', 'password_hash'])
    .where(sql<boolean>`lower(login) = lower(${login.trim()})`)
    .where('active', '=', true)
    .executeTakeFirst();
}

export async function findAccountById(database: Database, id: number): Promise<Account | undefined> {
  return await database.kysely
    .selectFrom('res_users')
    .select(['id', 'login', 'password_hash'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Keeps the set of administrators as it is until the transaction ends. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('mcube administrators'))`.execute(tx);
}

/** Whether anybody is left who may administer. */
export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select from res_users where active and 'base.group_system' = any(groups) limit 1`.execute(tx);
  return rows.length > 0;
}

/** The given fields as columns: numbers also in their one spelling, and nothing is never ''. */
function columnsOf(fields: Partial<UserFields & UserPreferences>, region: string) {
  const { email, phone, mcube_virtual_number, ...rest } = fields;
  return {
    ...rest,
    ...(email !== undefined && { email: filled(email) }),
    ...(phone !== undefined && { phone: filled(phone), phone_sanitized: normalisePhoneNumber(phone, region) }),
    ...(mcube_virtual_number !== undefined && {
      mcube_virtual_number: filled(mcube_virtual_number),
      virtual_number_sanitized: normalisePhoneNumber(mcube_virtual_number, region),
    }),
  };
}

function filled(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
