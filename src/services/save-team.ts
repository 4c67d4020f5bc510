import type { Database } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { announce } from '../models/live-change.ts';
import { insertTeam, type TeamFields, updateTeam } from '../models/team.ts';

type Parts = { database: Database };

export async function createTeam(
  { database }: Parts,
  fields: Partial<TeamFields> & Pick<TeamFields, 'name'>,
): Promise<number> {
  return await database.kysely.transaction().execute(async (tx) => {
    const id = await insertTeam(tx, fields);
    await announce(tx, [{ model: 'crm.team', ids: [id] }]);
    return id;
  });
}

export async function changeTeam({ database }: Parts, id: number, changes: Partial<TeamFields>): Promise<void> {
  await database.kysely.transaction().execute(async (tx) => {
    const found = await updateTeam(tx, id, changes);
    if (!found) throw new RequestError('not_found', say('no_such_record', { model: 'crm.team', id }));
    await announce(tx, [{ model: 'crm.team', ids: [id] }]);
  });
}
