import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { settleDelivered, takeCallDeliveries } from '../../src/models/odoo-delivery.ts';
import { createTestDatabase } from '../support/database.ts';
import { addCall } from '../support/rows.ts';

const database = await createTestDatabase();
const { kysely } = database;

beforeEach(async () => {
  await sql`truncate odoo_connection, odoo_delivery`.execute(kysely);
});

test('A call leaves a delivery in its own transaction, and none where there is no Odoo', async () => {
  await addCall(database);
  expect(await deliveries()).toEqual([]);
  await connect();
  const undone = kysely.transaction().execute(async (tx) => {
    await addCall({ ...database, kysely: tx });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await deliveries()).toEqual([]);
  const record_id = await addCall(database);
  expect(await deliveries()).toMatchObject([{ model: 'mcube.call.record', record_id, state: 'waiting', changed: 1 }]);
});

test('Only what Odoo is to know makes a record due again; what had failed begins anew', async () => {
  await connect();
  const id = await addCall(database);
  await sql`update odoo_delivery set state = 'delivered'`.execute(kysely);
  await sql`update mcube_call_record set event_ids = '{7}', write_date = now() where id = ${id}`.execute(kysely);
  expect(await deliveries()).toMatchObject([{ state: 'delivered', changed: 1 }]);
  await sql`update mcube_call_record set status = 'BUSY' where id = ${id}`.execute(kysely);
  expect(await deliveries()).toMatchObject([{ state: 'waiting', changed: 2 }]);
  await sql`update odoo_delivery set state = 'failed', attempts = 4, reason = 'refused'`.execute(kysely);
  await sql`update mcube_call_record set status = 'ANSWER' where id = ${id}`.execute(kysely);
  expect(await deliveries()).toMatchObject([{ state: 'waiting', changed: 3, attempts: 0, reason: null }]);
});

test('What comes from Odoo does not go back there', async () => {
  await connect();
  await kysely.transaction().execute(async (tx) => {
    await sql`select set_config('mcube.from_odoo', 'on', true)`.execute(tx);
    await addCall({ ...database, kysely: tx });
  });
  expect(await deliveries()).toEqual([]);
  await addCall(database);
  expect(await deliveries()).toHaveLength(1);
});

test('A change while a delivery is under way is delivered after it', async () => {
  await connect();
  const id = await addCall(database);
  const [delivery] = await takeCallDeliveries(database, new Date(), 10);
  if (delivery === undefined) throw new Error('nothing is due');
  await sql`update mcube_call_record set status = 'BUSY' where id = ${id}`.execute(kysely);
  await settleDelivered(database, [{ delivery, odoo_id: 5, announced: true }], new Date());
  expect(await deliveries()).toMatchObject([{ state: 'waiting', odoo_id: 5, announced: true }]);
  const [again] = await takeCallDeliveries(database, new Date(), 10);
  if (again === undefined) throw new Error('nothing is due');
  await settleDelivered(database, [{ delivery: again, odoo_id: 5, announced: false }], new Date());
  expect(await deliveries()).toMatchObject([{ state: 'delivered', announced: true }]);
});

test('A call waits for its lead to be in Odoo; one that is deleted is deleted there', async () => {
  await connect();
  const { rows } = await sql<{ id: number }>`
    insert into crm_lead (name, stage_id) select 'A lead', min(id) from crm_stage returning id`.execute(kysely);
  const lead_id = rows[0]?.id ?? 0;
  const id = await addCall(database, { lead_id, call_id: 'to be deleted' });
  expect(await takeCallDeliveries(database, new Date(), 10)).toEqual([]);
  await sql`update crm_lead set odoo_id = 77 where id = ${lead_id}`.execute(kysely);
  expect(await takeCallDeliveries(database, new Date(), 10)).toMatchObject([{ record_id: id, deleted_call_id: null }]);
  await sql`delete from mcube_call_record where id = ${id}`.execute(kysely);
  expect(await takeCallDeliveries(database, new Date(), 10)).toMatchObject([{ deleted_call_id: 'to be deleted' }]);
});

async function connect(): Promise<void> {
  await sql`
    insert into odoo_connection (url, db, login, key_sealed, about, connected_date)
    values ('http://127.0.0.1:9', 'odoo', 'mcube', 'sealed', '{}', now())`.execute(kysely);
}

async function deliveries() {
  return await kysely.selectFrom('odoo_delivery').selectAll().orderBy('id').execute();
}
