import type { Database } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import type { Settings } from '../kernel/settings.ts';
import { insertLead, type LeadFields, updateLead } from '../models/lead.ts';
import { announce } from '../models/live-change.ts';
import type { Viewer } from '../security/viewer.ts';

type Parts = { database: Database; settings: Pick<Settings, 'defaultRegion'> };

/** Creates a lead as a person enters it; it is theirs unless they say whose it is. */
export async function createLead(
  { database, settings }: Parts,
  viewer: Viewer,
  fields: Partial<LeadFields> & Pick<LeadFields, 'name'>,
): Promise<number> {
  return await database.kysely.transaction().execute(async (tx) => {
    const id = await insertLead(tx, { user_id: viewer.user_id, ...fields }, settings.defaultRegion);
    await announce(tx, [{ model: 'crm.lead', ids: [id] }]);
    return id;
  });
}

export async function changeLead(
  { database, settings }: Parts,
  id: number,
  changes: Partial<LeadFields>,
): Promise<void> {
  await database.kysely.transaction().execute(async (tx) => {
    const found = await updateLead(tx, id, changes, settings.defaultRegion);
    if (!found) throw new RequestError('not_found', `There is no crm.lead ${id}.`);
    await announce(tx, [{ model: 'crm.lead', ids: [id] }]);
  });
}
