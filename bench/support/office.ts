import type { Database } from '../../src/db/database.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { insertApiKey } from '../../src/models/api-key.ts';
import { createUser } from '../../src/services/create-user.ts';
import { AGENTS, FIRST_AGENT, FIRST_VIRTUAL_NUMBER, VIRTUAL_NUMBERS } from '../load/call-numbers.ts';

/** The people whom the calls of the load name. */
export type Office = { agentIds: number[]; apiKey: string };

export async function createOffice(database: Database): Promise<Office> {
  const parts = { database, settings: readSettings({}) };
  const agentIds: number[] = [];
  for (let agent = 0; agent < AGENTS; agent++) {
    agentIds.push(
      await createUser(parts, {
        login: `agent${agent}`,
        name: `Agent ${agent}`,
        phone: String(FIRST_AGENT + agent),
        mcube_virtual_number: String(FIRST_VIRTUAL_NUMBER + (agent % VIRTUAL_NUMBERS)),
      }),
    );
  }
  const manager = await createUser(parts, { login: 'manager', name: 'Manager', groups: ['base.group_system'] });
  const { key } = await database.kysely
    .transaction()
    .execute((tx) => insertApiKey(tx, { user_id: manager, name: 'bench', expiration_date: null }));
  return { agentIds, apiKey: key };
}
