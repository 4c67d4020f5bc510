import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { unnestRows } from '../db/unnest-rows.ts';
import type { Settings } from '../kernel/settings.ts';
import { createUser } from '../services/create-user.ts';
import { createTeam } from '../services/save-team.ts';
import { type DemoEvent, demoPeople } from '../simulate/demo.ts';

/** Whether nobody has called yet: only then is there room for a demo. */
export async function isEmpty({ kysely }: Database): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from mcube_call_record) and not exists (select from crm_lead)
      and not exists (select from webhook_journal) as empty`.execute(kysely);
  return rows[0]?.empty ?? false;
}

/** The people of the demo, without passwords: nobody signs in as them until an administrator sets one. */
export async function addDemoPeople(database: Database, settings: Settings): Promise<number> {
  const { teams, users } = demoPeople();
  const teamIds = new Map<string, number>();
  for (const name of teams)
    teamIds.set(name, (await findTeam(database, name)) ?? (await createTeam({ database }, { name })));
  for (const { team, ...user } of users) {
    if (await hasLogin(database, user.login)) continue;
    await createUser({ database, settings }, { ...user, team_id: teamIds.get(team) ?? null });
  }
  return users.length;
}

/** Puts events where the receiving end puts them; it would date every one of them now. */
export async function appendDemoEvents({ kysely }: Database, events: readonly DemoEvent[]): Promise<void> {
  const rows = events.map(({ receivedAt, payload }) => ({
    received_at: receivedAt,
    event_count: 1,
    events: JSON.stringify(payload),
  }));
  const columns = { received_at: 'timestamptz', event_count: 'smallint', events: 'text' } as const;
  await sql`
    insert into webhook_journal (received_at, event_count, events)
    select received_at, event_count, events from ${unnestRows(rows, columns)} as demo`.execute(kysely);
}

/** People of an earlier attempt that was interrupted. */
async function findTeam({ kysely }: Database, name: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`select id from crm_team where lower(name) = lower(${name})`.execute(
    kysely,
  );
  return rows[0]?.id;
}

async function hasLogin({ kysely }: Database, login: string): Promise<boolean> {
  const { rows } = await sql`select from res_users where lower(login) = lower(${login})`.execute(kysely);
  return rows.length > 0;
}
