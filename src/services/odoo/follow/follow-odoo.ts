import { leaseReader, releaseReader } from '../../../models/odoo-reader.ts';
import { askOdooTime } from '../../../odoo/reading/odoo-time.ts';
import { answerOf } from '../../../odoo/transport/failure.ts';
import { followDeletions } from './follow-deletions.ts';
import { followLeads } from './follow-leads.ts';
import type { FollowParts } from './follow-parts.ts';
import { followStages } from './follow-stages.ts';
import { followTeams } from './follow-teams.ts';
import { followUsers } from './follow-users.ts';

/** Longer than a round takes: whoever reads longer than that is dead. */
const LEASE_SECONDS = 180;

/** Transactions of Odoo's that take longer than a minute are rare; one that takes longer than an hour is left to reconcile. */
const LOOK_BACK_MS = 60_000;
const LONG_LOOK_BACK_MS = 3_600_000;
const LONG_LOOK_EVERY_MS = 600_000;

/** What became of a round; busy: another process reads. */
export type Round = 'through' | 'more' | 'busy';

/** Reads what changed in Odoo: people first, since leads are theirs. One process at a time does. */
export async function followOdoo(parts: FollowParts): Promise<Round> {
  const { database, clock } = parts;
  const now = clock.now();
  const lease = await leaseReader(database, now, LEASE_SECONDS);
  if (lease === undefined) return 'busy';
  const { lastLongLook, checkedLeadId } = lease;
  const isLong = lastLongLook === null || now.getTime() - lastLongLook.getTime() > LONG_LOOK_EVERY_MS;
  try {
    const odooNow = answerOf(await askOdooTime(parts.transport));
    await followStages(parts);
    await followTeams(parts);
    await followUsers(parts);
    const isThrough = await followLeads(parts, { odooNow, lookBackMs: isLong ? LONG_LOOK_BACK_MS : LOOK_BACK_MS });
    const checked = await followDeletions(parts, checkedLeadId);
    await releaseReader(database, lease, {
      checked_lead_id: checked,
      ...(isThrough && { last_read_date: now }),
      ...(isThrough && isLong && { last_long_look: now }),
    });
    return isThrough ? 'through' : 'more';
  } catch (error) {
    await releaseReader(database, lease, {});
    throw error;
  }
}
