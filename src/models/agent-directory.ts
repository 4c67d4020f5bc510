import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** Active internal users by what a call may name them by; several may share one virtual number. */
export type AgentDirectory = {
  byVirtualNumber: ReadonlyMap<string, readonly number[]>;
  byPhone: ReadonlyMap<string, readonly number[]>;
  byEmail: ReadonlyMap<string, readonly number[]>;
  fallback: number | undefined;
  teamOf: ReadonlyMap<number, number | null>;
};

export type AgentKeys = {
  virtualNumbers: Iterable<string>;
  phones: Iterable<string>;
  emails: Iterable<string>;
  fallbackLogin: string;
};

/**
 * Looks up everybody a batch of calls names, in one statement. Portal users are customers and never own a call.
 * No cache: in a batch the join costs as much as a look-up in the process, and never tells of yesterday's team.
 */
export async function findAgents(tx: Tx, keys: AgentKeys): Promise<AgentDirectory> {
  const fallbackLogin = keys.fallbackLogin.toLowerCase();
  const { rows } = await sql<AgentRow>`
    select id, lower(login) as login, phone_sanitized, virtual_number_sanitized, lower(email) as email, team_id
    from res_users
    where active and groups && '{base.group_user,base.group_system}'
      and (virtual_number_sanitized = any(${[...keys.virtualNumbers]}::text[])
        or phone_sanitized = any(${[...keys.phones]}::text[])
        or lower(email) = any(${[...keys.emails]}::text[])
        or lower(login) = ${fallbackLogin})
    order by id`.execute(tx);
  return {
    byVirtualNumber: groupBy(rows, (row) => row.virtual_number_sanitized),
    byPhone: groupBy(rows, (row) => row.phone_sanitized),
    byEmail: groupBy(rows, (row) => row.email),
    fallback: rows.find((row) => row.login === fallbackLogin)?.id,
    teamOf: new Map(rows.map((row) => [row.id, row.team_id])),
  };
}

type AgentRow = {
  id: number;
  login: string;
  phone_sanitized: string | null;
  virtual_number_sanitized: string | null;
  email: string | null;
  team_id: number | null;
};

function groupBy(rows: readonly AgentRow[], key: (row: AgentRow) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const value = key(row);
    if (value === null || value === '') continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [row.id]);
    else group.push(row.id);
  }
  return groups;
}
