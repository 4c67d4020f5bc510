import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

export type Turn = { user_id: number | null; team_id: number | null };

/**
 * Shares out leads in turn: for each group name (the MCUBE group that rang) the next member of the team of that name,
 * else of the default team. The counter moves in the row of the team, so that parallel batches never take one turn twice.
 */
export async function takeTurns(
  tx: Tx,
  groupNames: readonly (string | null)[],
  defaultTeam: string | null,
): Promise<Turn[]> {
  if (groupNames.length === 0) return [];
  const teams = await listTeams(tx);
  const chosen = groupNames.map((groupName) => named(teams, groupName) ?? named(teams, defaultTeam) ?? teams[0]);
  const counters = new Map<number, number>();
  for (const team of teams) {
    const turns = chosen.filter((candidate) => candidate === team).length;
    if (turns > 0) counters.set(team.id, (await advance(tx, team.id, turns)) - turns);
  }
  return chosen.map((team) => {
    if (team === undefined) return { user_id: null, team_id: null };
    const turn = counters.get(team.id) ?? 0;
    counters.set(team.id, turn + 1);
    return { user_id: team.members[turn % team.members.length] ?? null, team_id: team.id };
  });
}

type Team = { id: number; name: string; members: number[] };

async function listTeams(tx: Tx): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select crm_team.id, lower(crm_team.name) as name, array_agg(res_users.id order by res_users.id) as members
    from crm_team join res_users on res_users.team_id = crm_team.id and res_users.active
      and res_users.groups && '{base.group_user,base.group_system}'
    where crm_team.active
    group by crm_team.id order by crm_team.id`.execute(tx);
  return rows;
}

function named(teams: readonly Team[], name: string | null): Team | undefined {
  return name === null ? undefined : teams.find((team) => team.name === name.toLowerCase());
}

/** The count after these turns. Locks the team's row until the transaction ends. */
async function advance(tx: Tx, teamId: number, turns: number): Promise<number> {
  const row = await tx
    .updateTable('crm_team')
    .set({ turns_taken: sql<number>`turns_taken + ${turns}` })
    .where('id', '=', teamId)
    .returning('turns_taken')
    .executeTakeFirstOrThrow();
  return row.turns_taken;
}
