import type { Database, Tx } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { formatSteps, type Step } from '../models/assignment.ts';
import { lockCallRecords, type StoredCallRecord, updateCallRecords } from '../models/call-record.ts';
import { recountCalls } from '../models/call-rollup.ts';
import { lockEventsOfCall, noteDeletedCall } from '../models/deleted-call.ts';
import { rememberLead } from '../models/lead-matching.ts';
import { announce } from '../models/live-change.ts';
import { notesOfCall } from '../models/note.ts';
import { setTags } from '../models/tagging.ts';
import { keepMissedCalls, type QueueSettings } from './calls/keep-missed-calls.ts';
import { requireOwner } from './require-owner.ts';

/** What a person may say about a call: whose it is, and its tags. What MCUBE said of it is not theirs to change. */
export type CallRecordChanges = {
  lead_id?: number | null;
  user_id?: number | null;
  tag_ids?: readonly number[];
  /** Whether the lead gets the number's next calls too; unless said, it does when it is one of several open leads of it. */
  remember_for_number?: boolean;
};

type Parts = { database: Database; settings: QueueSettings; clock: Clock };

/** Puts a call on another lead, or gives it another owner. */
export async function changeCallRecord(parts: Parts, id: number, changes: CallRecordChanges): Promise<void> {
  await parts.database.kysely.transaction().execute(async (tx) => {
    const before = await lockCallRecord(tx, id);
    await requireTargets(tx, before, changes);
    const after = changed(before, changes);
    await rememberChoice(tx, before, changes);
    await updateCallRecords(tx, [after]);
    if (changes.tag_ids !== undefined) await setTags(tx, 'mcube_call_record', id, changes.tag_ids);
    const queue = await keepMissedCalls(tx, [{ before, after }], parts.settings, parts.clock.now());
    await announce(tx, [
      { model: 'mcube.call.record', ids: [id] },
      { model: 'mcube.missed.call', ids: queue.changed },
      { model: 'crm.lead', ids: leadsOf(before, after) },
      // The database lets them follow their call.
      { model: 'mail.message', ids: before.lead_id === after.lead_id ? [] : await notesOfCall(tx, id) },
    ]);
    await recountCalls(tx, [{ before, after }], parts.settings.timeZone);
  });
}

/** Deletes a call with all that counts it. Its events stay: replayed, they make it again; what MCUBE still sends does not. */
export async function deleteCallRecord(parts: Parts, id: number): Promise<void> {
  await parts.database.kysely.transaction().execute(async (tx) => {
    await lockEventsOfCall(tx, id);
    const before = await lockCallRecord(tx, id);
    const notes = await notesOfCall(tx, id);
    await noteDeletedCall(tx, before, parts.clock.now());
    await tx.deleteFrom('mcube_call_record').where('id', '=', id).execute();
    const queue = await keepMissedCalls(tx, [{ before, after: undefined }], parts.settings, parts.clock.now());
    await announce(tx, [
      { model: 'mcube.call.record', ids: [id] },
      { model: 'mcube.missed.call', ids: queue.changed },
      { model: 'crm.lead', ids: leadsOf(before) },
      { model: 'mail.message', ids: notes },
    ]);
    await recountCalls(tx, [{ before, after: undefined }], parts.settings.timeZone);
  });
}

async function lockCallRecord(tx: Tx, id: number): Promise<StoredCallRecord> {
  const found = await tx.selectFrom('mcube_call_record').select('call_id').where('id', '=', id).executeTakeFirst();
  const record = found && (await lockCallRecords(tx, [found.call_id])).get(found.call_id);
  if (record === undefined)
    throw new RequestError('not_found', say('no_such_record', { model: 'mcube.call.record', id }));
  return record;
}

/** The hot table has no foreign keys; here there is time to look. The lead is kept from being deleted meanwhile. */
async function requireTargets(
  tx: Tx,
  before: StoredCallRecord,
  { lead_id, user_id }: CallRecordChanges,
): Promise<void> {
  if (lead_id != null) {
    const lead = await tx
      .selectFrom('crm_lead')
      .select('merged_into_id')
      .where('id', '=', lead_id)
      .forKeyShare()
      .executeTakeFirst();
    if (lead === undefined)
      throw new RequestError('invalid_input', say('does_not_exist', { field: 'lead_id', id: lead_id }));
    if (lead.merged_into_id !== null)
      throw new RequestError('conflict', say('choose_merged', { id: lead_id, into: lead.merged_into_id }));
  }
  // A form may send what it was given.
  if (user_id != null && user_id !== before.user_id) await requireOwner(tx, user_id);
}

async function rememberChoice(
  tx: Tx,
  { phone_sanitized }: StoredCallRecord,
  { lead_id, remember_for_number }: CallRecordChanges,
): Promise<void> {
  if (remember_for_number === true && (lead_id == null || phone_sanitized === null))
    throw new RequestError('invalid_input', say('remember_needs_lead'));
  if (lead_id == null || phone_sanitized === null || remember_for_number === false) return;
  await rememberLead(tx, phone_sanitized, lead_id, remember_for_number === true);
}

function changed(record: StoredCallRecord, { lead_id, user_id }: CallRecordChanges): StoredCallRecord {
  const step: Step = user_id == null ? { rule: 'person', said: 'nobody' } : { rule: 'person', said: 'chosen', user_id };
  return {
    ...record,
    ...(lead_id !== undefined && { lead_id, lead_rule: 'person' as const }),
    ...(user_id !== undefined && {
      user_id,
      user_rule: 'person' as const,
      assignment: `${record.assignment} ${formatSteps([step])}`,
    }),
  };
}

function leadsOf(...records: StoredCallRecord[]): number[] {
  return [...new Set(records.flatMap((record) => record.lead_id ?? []))];
}
