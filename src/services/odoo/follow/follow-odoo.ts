import { rewindCursors } from '../../../models/odoo-cursor.ts';
import { leaseReader, releaseReader } from '../../../models/odoo-reader.ts';
import { findUser } from '../../../odoo/connect/find-user.ts';
import { askOdooTime } from '../../../odoo/reading/odoo-time.ts';
import { answerOf } from '../../../odoo/transport/failure.ts';
import { followDeletions } from './follow-deletions.ts';
import { followLeads } from './follow-leads.ts';
import { type FollowParts, LOOK_BACK_MS } from './follow-parts.ts';
import { followStages } from './follow-stages.ts';
import { followTeams } from './follow-teams.ts';
import { followUsers } from './follow-users.ts';
import type { TakenIn } from './take-in-leads.ts';

/** Longer than a round takes: whoever reads longer than that is dead. */
const LEASE_SECONDS = 180;

/** Now and then it looks further back; a transaction of Odoo's that takes longer than an hour is left to reconcile. */
const LONG_LOOK_BACK_MS = 3_600_000;
const LONG_LOOK_EVERY_MS = 600_000;

/** What became of a round; busy: another process reads. */
export type Round = { state: 'through' | 'more' | 'busy'; leads: TakenIn };

/**
 * Reads what changed in Odoo: people first, since leads are theirs. One process at a time does. `everything`: also looks for
 * all leads, whether they are still there, else for some of them each time; `anew`: reads them all from the first.
 */
export async function followOdoo(parts: FollowParts, { everything = false, anew = false } = {}): Promise<Round> {
  const { database, clock } = parts;
  const began = clock.now();
  const lease = await leaseReader(database, began, LEASE_SECONDS);
  const leads = { made: 0, changed: 0 };
  if (lease === undefined) return { state: 'busy', leads };
  const { lastLongLook, checkedLeadId } = lease;
  const isLong = lastLongLook === null || began.getTime() - lastLongLook.getTime() > LONG_LOOK_EVERY_MS;
  try {
    if (anew) await database.kysely.transaction().execute(rewindCursors);
    const now = answerOf(await askOdooTime(parts.transport));
    const odoo = { now, ownUserId: answerOf(await findUser(parts.transport, parts.login)) };
    await followStages(parts);
    await followTeams(parts);
    await followUsers(parts);
    const lookBackMs = isLong ? LONG_LOOK_BACK_MS : LOOK_BACK_MS;
    const isThrough = await followLeads(parts, { odoo, lookBackMs, sum: leads });
    let checked = await followDeletions(parts, everything ? 0 : checkedLeadId);
    while (everything && checked > 0) checked = await followDeletions(parts, checked);
    await releaseReader(database, lease, {
      checked_lead_id: checked,
      ...(isThrough && { last_read_date: began }),
      ...(isThrough && isLong && { last_long_look: began }),
    });
    return { state: isThrough ? 'through' : 'more', leads };
  } catch (error) {
    await releaseReader(database, lease, {});
    throw error;
  }
}
