import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type List, startTestServer } from '../support/http.ts';

const server = await startTestServer();
const admin = await server.user(['base.group_system']);
const { kysely } = server.database;

test('A conflict names stages, people and teams as people know them, and what it does not know as Odoo does', async () => {
  await sql`update crm_stage set odoo_id = 40 + sequence`.execute(kysely);
  const { rows: stages } = await sql<{ name: string; odoo_id: number }>`
    select name, odoo_id from crm_stage order by id limit 2`.execute(kysely);
  const asha = await server.user(['base.group_user'], { name: 'Asha Rao' });
  await sql`update res_users set odoo_id = 7 where id = ${asha.id}`.execute(kysely);
  const conflicts = [
    ['stage_id', String(stages[0]?.odoo_id), String(stages[1]?.odoo_id)],
    ['user_id', '7', '8'],
    ['team_id', null, '9'],
    ['name', '7', 'Meera'],
  ];
  for (const [field, here, in_odoo] of conflicts)
    await sql`
      insert into odoo_conflict (model, record_id, odoo_id, field, here, in_odoo, decision, reason)
      values ('crm.lead', 1, 1, ${field}, ${here}, ${in_odoo}, 'odoo', 'It was changed on both sides; what Odoo says counts.')`.execute(
      kysely,
    );
  const { body } = await admin.get<List<object>>('/api/odoo-conflicts?sort=id');
  const reason_sentences = [{ code: 'both_changed', values: {} }];
  expect(body.data).toMatchObject([
    { field: 'stage_id', here: stages[0]?.name, in_odoo: stages[1]?.name, reason_sentences },
    { field: 'user_id', here: 'Asha Rao', in_odoo: '8' },
    { field: 'team_id', here: null, in_odoo: '9' },
    { field: 'name', here: '7', in_odoo: 'Meera' },
  ]);
});
