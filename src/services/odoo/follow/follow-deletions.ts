import { sql } from 'kysely';
import { say } from '../../../kernel/sentences.ts';
import { updateLead } from '../../../models/lead.ts';
import { announce } from '../../../models/live-change.ts';
import { listConflicts } from '../../../models/odoo-conflict.ts';
import { markFromOdoo } from '../../../models/odoo-counterpart.ts';
import {
  findHeir,
  findHeirInOdoo,
  findLeavingLead,
  forgetInOdoo,
  type Heir,
  type LeavingLead,
  linkedLeadsAfter,
} from '../../../models/odoo-lead-departure.ts';
import { messageMark } from '../../../odoo/mapping/call-message.ts';
import { findDeleted } from '../../../odoo/reading/find-deleted.ts';
import { findLeadOfMessages } from '../../../odoo/reading/find-merged.ts';
import { answerOf } from '../../../odoo/transport/failure.ts';
import { mergeLeads } from '../../merge-leads.ts';
import type { FollowParts } from './follow-parts.ts';

/** So many leads are looked for at once: a search by id costs Odoo some milliseconds. */
const SLICE = 1_000;

/**
 * Looks whether the next slice of leads is still there, and follows those that are gone. Returns the last lead that was
 * looked for, 0 when they all were: then it begins anew.
 */
export async function followDeletions(parts: FollowParts, afterId: number): Promise<number> {
  const ids = await linkedLeadsAfter(parts.database, afterId, SLICE);
  await followDeletionsOf(parts, answerOf(await findDeleted(parts.transport, 'crm.lead', ids)));
  return ids.length < SLICE ? 0 : (ids.at(-1) ?? 0);
}

async function followDeletionsOf(parts: FollowParts, odooIds: readonly number[]): Promise<void> {
  for (const odooId of odooIds) await followDeletion(parts, odooId, odooIds);
}

/**
 * A lead that is gone from Odoo was merged there into another one, or deleted. It was merged where its notes of calls have
 * gone; where another lead there has its number or e-mail, its calls belong in either case. Else it is archived here: no
 * call is lost, and whoever calls again opens a new lead, for the same owner.
 */
async function followDeletion(parts: FollowParts, odooId: number, gone: readonly number[]): Promise<void> {
  const leaving = await findLeavingLead(parts.database, odooId);
  if (leaving === undefined) return;
  const heir = leaving.merged_into_id === null ? await heirOf(parts, leaving, gone) : undefined;
  // Not marked as from Odoo: that these calls are now another lead's, Odoo does not know.
  if (heir !== undefined) await mergeLeads(parts, { user_id: await administrator(parts) }, heir.id, [leaving.id]);
  await parts.database.kysely.transaction().execute(async (tx) => {
    await markFromOdoo(tx);
    if (heir === undefined && leaving.merged_into_id === null)
      await updateLead(tx, leaving.id, { active: false }, parts.settings.defaultRegion);
    await forgetInOdoo(tx, leaving, odooId);
    if (leaving.merged_into_id === null)
      await listConflicts(tx, [
        {
          model: 'crm.lead',
          record_id: leaving.id,
          odoo_id: odooId,
          field: 'id',
          here: leaving.name,
          in_odoo: null,
          decision: 'odoo',
          reason: reasonOf(leaving, heir),
        },
      ]);
    await announce(tx, [{ model: 'crm.lead', ids: [leaving.id] }]);
  });
}

async function heirOf(
  { database, transport, instance }: FollowParts,
  leaving: LeavingLead,
  gone: readonly number[],
): Promise<Heir | undefined> {
  const marks = leaving.call_ids.map((callId) => messageMark(callId, instance));
  const mergedInto = answerOf(await findLeadOfMessages(transport, marks));
  const heir = mergedInto === undefined ? undefined : await findHeirInOdoo(database, mergedInto);
  return heir !== undefined && heir.id !== leaving.id ? heir : await findHeir(database, leaving, gone);
}

function reasonOf({ call_count }: LeavingLead, heir: Heir | undefined): string {
  return heir === undefined
    ? say('lead_deleted_there', { count: call_count })
    : say('lead_merged_there', { ...heir, count: call_count });
}

/** Somebody must be said to have merged them. */
async function administrator({ database }: FollowParts): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from res_users order by active and 'base.group_system' = any(groups) desc, id limit 1`.execute(
    database.kysely,
  );
  const [user] = rows;
  if (user === undefined) throw new Error('there is no user');
  return user.id;
}
