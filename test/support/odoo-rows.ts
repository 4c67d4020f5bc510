import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { type SentenceCode, say } from '../../src/kernel/sentences.ts';

/** What an Odoo that was connected for a while has left behind: what went there, what did not, and where both had changed. */
export async function addOdooRows(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl, 1);
  try {
    await addDeliveries(database);
    await addConflicts(database);
  } finally {
    await database.close();
  }
}

async function addDeliveries({ kysely }: Pick<Database, 'kysely'>): Promise<void> {
  const call = 'write of crm.lead';
  const refused = say('values_refused', { call, said: 'A lead of this team needs an e-mail address.' });
  await sql`
    insert into odoo_delivery (model, record_id, odoo_id, state, attempts, waiting_date, delivered_date, next_attempt_at, reason, fix)
    select 'crm.lead', id, 400 + place, case place when 2 then 'failed' else 'delivered' end, case place when 2 then 1 else 0 end,
      now() - interval '2 hours', case place when 2 then null::timestamptz else now() - interval '1 hour' end, '-infinity',
      case place when 2 then ${refused} end, case place when 2 then ${say('values_refused_fix')} end
    from (select id, row_number() over (order by id) as place from crm_lead where active limit 4) as lead`.execute(
    kysely,
  );
  await sql`
    insert into odoo_delivery (model, record_id, state, attempts, waiting_date, next_attempt_at, reason, fix)
    select 'mcube.call.record', id, 'waiting', 2, now() - interval '10 minutes', now() + interval '2 minutes',
      ${say('odoo_busy', { call: 'create of mcube.call.record' })}, ${say('repeated_later')}
    from mcube_call_record order by id desc limit 3`.execute(kysely);
}

async function addConflicts({ kysely }: Pick<Database, 'kysely'>): Promise<void> {
  const first = async (table: string) => {
    const { rows } = await sql<{ id: number }>`select min(id) as id from ${sql.table(table)}`.execute(kysely);
    return rows[0]?.id ?? 0;
  };
  const conflicts: readonly Conflict[] = [
    ['crm.lead', await first('crm_lead'), 'stage_id', 'Qualified', 'Proposition', 'odoo', 'both_changed'],
    ['crm.team', await first('crm_team'), 'name', 'Sales', 'Sales South', 'here', 'team_name_elsewhere'],
    ['res.users', await first('res_users'), 'active', 'Administrator', null, 'here', 'last_administrator_stays'],
  ];
  for (const [model, record_id, field, here, in_odoo, decision, reason] of conflicts)
    await sql`
      insert into odoo_conflict (model, record_id, odoo_id, field, here, in_odoo, decision, reason)
      values (${model}, ${record_id}, 7, ${field}, ${here}, ${in_odoo}, ${decision}, ${say(reason)})`.execute(kysely);
}

type Conflict = [
  model: string,
  record: number,
  field: string,
  here: string,
  in_odoo: string | null,
  decision: 'odoo' | 'here',
  reason: Extract<SentenceCode, 'both_changed' | 'team_name_elsewhere' | 'last_administrator_stays'>,
];
