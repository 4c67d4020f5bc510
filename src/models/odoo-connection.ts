import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import type { OdooAbout, OdooConnectionState, OdooConnectionTable } from '../db/odoo-tables.ts';
import { announce } from './live-change.ts';
import { forgetReading } from './odoo-cursor.ts';

/** The Odoo that this service is connected to. There is one at most. */
export type OdooConnection = Omit<Selectable<OdooConnectionTable>, 'key_sealed'> & { key_sealed: Buffer };

export async function findOdooConnection({ kysely }: Pick<Database, 'kysely'>): Promise<OdooConnection | undefined> {
  const row = await kysely.selectFrom('odoo_connection').selectAll().executeTakeFirst();
  return row === undefined || row.key_sealed === null ? undefined : { ...row, key_sealed: row.key_sealed };
}

export type NewOdooConnection = Pick<OdooConnection, 'url' | 'db' | 'login' | 'key_sealed' | 'about'>;

/**
 * Keeps a connection, or what is new about the one there is. Waits until nobody is writing calls or leads: what they write
 * would else be neither among the records that are there nor seen by a trigger.
 */
export async function saveOdooConnection(tx: Tx, { about, ...fields }: NewOdooConnection, now: Date): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(tx);
  await sql`lock table mcube_call_record, crm_lead in share row exclusive mode`.execute(tx);
  const last = await tx.selectFrom('odoo_connection').select(['url', 'db', 'key_sealed']).executeTakeFirst();
  if (last !== undefined && (last.url !== fields.url || last.db !== fields.db)) await forgetOdooIds(tx);
  const found = {
    ...fields,
    about: JSON.stringify(about),
    state: 'connected' as const,
    reason: null,
    fix: null,
    retry_at: null,
    failures: 0,
    connected_date: now,
    last_answer_date: now,
  };
  await tx
    .insertInto('odoo_connection')
    .values(found)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(found))
    .execute();
  if (last === undefined || last.key_sealed === null) await beginAnew(tx);
  await announceConnection(tx);
}

/** Every record that is there gets a delivery. */
async function beginAnew(tx: Tx): Promise<void> {
  await tx
    .updateTable('odoo_connection')
    .set({
      paused: false,
      leads_left: sql`(select coalesce(max(id), 0) from crm_lead)`,
      calls_left: sql`(select coalesce(max(id), 0) from mcube_call_record)`,
    })
    .execute();
}

/** What was there in another Odoo means nothing in this one. */
async function forgetOdooIds(tx: Tx): Promise<void> {
  for (const table of ['crm_lead', 'crm_stage', 'crm_team', 'res_users'] as const)
    await tx.updateTable(table).set({ odoo_id: null }).where('odoo_id', 'is not', null).execute();
  await forgetReading(tx);
}

export async function pauseOdooConnection(tx: Tx, paused: boolean): Promise<void> {
  await tx.updateTable('odoo_connection').set({ paused }).execute();
  await announceConnection(tx);
}

/** Ends the connection: its key is forgotten, and what was delivered by it. */
export async function endOdooConnection(tx: Tx): Promise<void> {
  await tx.updateTable('odoo_connection').set({ key_sealed: null, leads_left: 0, calls_left: 0 }).execute();
  await sql`delete from odoo_delivery`.execute(tx);
  await announceConnection(tx);
}

/** What an answer, or its absence, tells about the server. */
export type OdooHealth = {
  state: OdooConnectionState;
  reason: string | null;
  fix: string | null;
  retry_at: Date | null;
  failures: number;
  last_answer_date?: Date;
};

/** Writes it down, unless the service has connected anew since. */
export async function noteOdooHealth(
  { kysely }: Database,
  { connected_date, state, reason }: OdooConnection,
  health: OdooHealth,
): Promise<void> {
  await kysely.transaction().execute(async (tx) => {
    const noted = await tx
      .updateTable('odoo_connection')
      .set(health)
      .where('connected_date', '=', connected_date)
      .executeTakeFirst();
    if (noted.numUpdatedRows > 0n && (health.state !== state || health.reason !== reason)) await announceConnection(tx);
  });
}

/** What somebody found who looked: it answers, then. */
export async function noteOdooAbout(tx: Tx, about: OdooAbout, health: OdooHealth): Promise<void> {
  await tx
    .updateTable('odoo_connection')
    .set({ about: JSON.stringify(about), ...health })
    .execute();
  await announceConnection(tx);
}

/** Tells whoever watches the connection, or what goes over it. */
export async function announceConnection(tx: Tx): Promise<void> {
  await announce(tx, [{ model: 'odoo.connection', ids: [1] }]);
}
