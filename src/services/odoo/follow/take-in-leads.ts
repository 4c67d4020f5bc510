import type { Tx } from '../../../db/database.ts';
import { importLeads } from '../../../models/imported-lead.ts';
import {
  addNumbers,
  dropNumbers,
  type LeadFields,
  type LeadPast,
  numbersOf,
  updateLead,
} from '../../../models/lead.ts';
import { holdCalls } from '../../../models/lead-merge.ts';
import { announce } from '../../../models/live-change.ts';
import { type Conflict, listConflicts } from '../../../models/odoo-conflict.ts';
import { markFromOdoo } from '../../../models/odoo-counterpart.ts';
import {
  hasLeadsUnderWay,
  hasUnknownLeads,
  type LeadCounterparts,
  type LeadHere,
  leadInOdooTerms,
  loadLeadCounterparts,
  lockLinkedLeads,
  lockUnlinkedLeads,
} from '../../../models/odoo-lead.ts';
import { rememberSaid, saidBefore } from '../../../models/odoo-record.ts';
import type { OdooLead } from '../../../odoo/reading/lead-row.ts';
import { settle } from '../../../odoo/reading/settle.ts';
import { keepMissedCallsOf } from '../../calls/keep-missed-calls.ts';
import { type FollowParts, LOOK_BACK_MS } from './follow-parts.ts';
import { BOTH, pick, text } from './follow-records.ts';
import type { ReadLead, SaidOfLead } from './read-leads.ts';

/** What time it is in Odoo, and who we are there. */
export type OdooMoment = { now: Date; ownUserId: number | undefined };

export type TakenIn = { made: number; changed: number };

/**
 * Brings leads here to what Odoo says of them, in the transaction given: those that are known follow what was edited there,
 * one that only a call has opened here becomes the one that Odoo has for the same number, and the others are new here.
 * The same rows a second time change nothing.
 */
export async function takeInLeads(
  tx: Tx,
  parts: FollowParts,
  leads: readonly ReadLead[],
  odoo: OdooMoment,
): Promise<TakenIn> {
  await markFromOdoo(tx);
  const odooIds = leads.map(({ id }) => id);
  // Before any lead is locked, as merges do: a call that opens a lead while we make one of the same number would double it.
  if (await hasUnknownLeads(tx, odooIds)) await holdCalls(tx);
  // Asked first: what is through by then is linked, and found as such.
  const underWay = await hasLeadsUnderWay(tx, parts.clock.now());
  const around = {
    counterparts: await loadLeadCounterparts(tx),
    linked: await lockLinkedLeads(tx, odooIds),
    before: await saidBefore<SaidOfLead>({ kysely: tx }, 'crm.lead', odooIds),
  };
  const adopted = await adoptLeads(
    tx,
    leads.filter(({ id }) => !around.linked.has(id)),
  );
  const results: Followed[] = [];
  const fresh: ReadLead[] = [];
  for (const lead of leads) {
    const here = around.linked.get(lead.id) ?? adopted.get(lead.id);
    // It may be one of ours that has just come there. If not, it is there still when we look the next time.
    if (here === undefined && underWay && isFreshOfOurs(lead, odoo)) continue;
    if (here === undefined) fresh.push(lead);
    else results.push(await followLead(tx, parts, lead, here, around.before.get(lead.id), around.counterparts));
  }
  results.push(...(await makeLeads(tx, parts, fresh, around.counterparts)));
  await rememberSaid(
    tx,
    'crm.lead',
    results.map(({ odoo_id, said }) => ({ odoo_id, said })),
  );
  await listConflicts(
    tx,
    results.flatMap(({ conflicts }) => conflicts),
  );
  const renumbered = results.filter(({ kind, reached }) => kind === 'changed' && reached);
  const people = renumbered.map(({ id }) => ({ lead_id: id, phone_sanitized: null }));
  const queue = await keepMissedCallsOf(tx, people, parts.settings, parts.clock.now());
  const told = results.filter(({ kind }) => kind !== 'same');
  await announce(tx, [
    { model: 'crm.lead', ids: told.map(({ id }) => id) },
    { model: 'mcube.missed.call', ids: queue.changed },
  ]);
  const count = (wanted: Followed['kind']) => told.filter(({ kind }) => kind === wanted).length;
  return { made: count('made'), changed: count('changed') };
}

type Followed = {
  kind: 'made' | 'changed' | 'same';
  id: number;
  odoo_id: number;
  said: SaidOfLead;
  conflicts: Conflict[];
  /** Whether its numbers are others now. */
  reached: boolean;
};

/** By Odoo's ids, the leads here that are the same person's. Closed ones there are history: a new caller's lead is no part of it. */
async function adoptLeads(tx: Tx, leads: readonly ReadLead[]): Promise<Map<number, LeadHere>> {
  const open = leads.filter(({ said }) => said.active);
  const candidates = await lockUnlinkedLeads(tx, [...new Set(open.flatMap(({ said }) => said.numbers))]);
  const adopted = new Map<number, LeadHere>();
  const taken = new Set<number>();
  for (const { id, said } of open) {
    const twin = candidates.find((one) => !taken.has(one.id) && said.numbers.includes(one.number));
    if (twin === undefined) continue;
    taken.add(twin.id);
    adopted.set(id, twin);
  }
  return adopted;
}

/** Half of how far each sweep looks back, so that what is passed over is read again. */
const YOUNG_MS = LOOK_BACK_MS / 2;

function isFreshOfOurs({ created, createdBy }: ReadLead, { now, ownUserId }: OdooMoment): boolean {
  return createdBy === ownUserId && created !== undefined && now.getTime() - created.getTime() < YOUNG_MS;
}

async function makeLeads(
  tx: Tx,
  { settings }: FollowParts,
  leads: readonly ReadLead[],
  around: LeadCounterparts,
): Promise<Followed[]> {
  const rows = leads.map(({ id, said: { numbers, ...inOdoo }, created, closed }) => {
    const { user_id = null, team_id = null, stage_id = null } = fieldsOf(inOdoo, around);
    const phone_sanitized = numbersOf(inOdoo.phone, settings.defaultRegion)[0] ?? null;
    const past = { create_date: created ?? null, won_date: closed ?? null };
    return { ...inOdoo, user_id, team_id, stage_id, phone_sanitized, odoo_id: id, numbers, ...past };
  });
  const ids = await importLeads(tx, rows);
  return leads.flatMap(({ id: odoo_id, said }): Followed[] => {
    const id = ids.get(odoo_id);
    return id === undefined ? [] : [{ kind: 'made', id, odoo_id, said, conflicts: [], reached: true }];
  });
}

async function followLead(
  tx: Tx,
  { settings: { defaultRegion } }: FollowParts,
  lead: ReadLead,
  here: LeadHere,
  before: SaidOfLead | undefined,
  around: LeadCounterparts,
): Promise<Followed> {
  const { numbers, ...inOdoo } = lead.said;
  const followed = { id: here.id, odoo_id: lead.id, said: lead.said };
  // A lead that was merged into another one here only waits to come back.
  if (here.merged_into_id !== null) return { ...followed, kind: 'same', conflicts: [], reached: false };
  const ours = leadInOdooTerms(here, around);
  const { numbers: _before, ...saidBefore } = before ?? lead.said;
  const settled = settle(before && saidBefore, inOdoo, ours, ownWorkOf(here));
  const take = settled.take.filter(
    (field) => field !== 'phone' || !sameNumbers(inOdoo.phone, here.phone, defaultRegion),
  );
  const changes: Partial<LeadFields & LeadPast> = fieldsOf(pick(inOdoo, take), around);
  if (here.odoo_id === null) changes.odoo_id = lead.id;
  if (changes.stage_id !== undefined && lead.closed !== undefined) changes.won_date = lead.closed;
  if (Object.keys(changes).length > 0) await updateLead(tx, here.id, changes, defaultRegion);
  const lost = before?.numbers.filter((number) => !numbers.includes(number)) ?? [];
  const reached = before === undefined || lost.length > 0 || numbers.some((number) => !before.numbers.includes(number));
  if (reached) {
    await dropNumbers(tx, here.id, lost);
    await addNumbers(tx, here.id, numbers);
  }
  const about = { model: 'crm.lead', record_id: here.id, odoo_id: lead.id, decision: 'odoo', reason: BOTH } as const;
  const conflicts = settled.conflicts
    .filter((field) => take.includes(field))
    .map((field): Conflict => ({ ...about, field, here: wordOf(ours, field), in_odoo: wordOf(inOdoo, field) }));
  const kind = Object.keys(changes).length > 0 || reached ? 'changed' : 'same';
  return { ...followed, kind, conflicts, reached };
}

/** What a call alone made of a lead; nobody misses it when a person in Odoo has said better. */
function ownWorkOf({ caller_number, owner_call_id }: LeadHere): ReadonlySet<string> {
  const opened = caller_number === null ? [] : ['name', 'contact_name', 'phone', 'type', 'stage_id'];
  return new Set([...opened, ...(owner_call_id === null ? [] : ['user_id', 'team_id'])]);
}

function sameNumbers(one: string | null, other: string | null, region: string): boolean {
  const numbers = numbersOf(other, region);
  return numbers.length > 0 && numbersOf(one, region).join() === numbers.join();
}

function wordOf(values: Readonly<Record<string, string | number | boolean | null>>, field: string): string | null {
  return text(values[field]);
}

/** Odoo's words in ours. A person or a stage that is not here cannot be followed. */
function fieldsOf(
  { user_id, team_id, stage_id, ...rest }: Partial<OdooLead>,
  { users, teams, stages }: LeadCounterparts,
): Partial<LeadFields> {
  const owner = user_id === null ? null : users.here.get(user_id ?? 0);
  const team = team_id === null ? null : teams.here.get(team_id ?? 0);
  const stage = stages.here.get(stage_id ?? 0);
  return {
    ...rest,
    ...(owner !== undefined && { user_id: owner }),
    ...(team !== undefined && { team_id: team }),
    ...(stage !== undefined && { stage_id: stage }),
  };
}
