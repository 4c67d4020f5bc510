import type { Database } from '../../../db/database.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { announce } from '../../../models/live-change.ts';
import {
  type DueDelivery,
  enqueueOlder,
  forgetDeliveries,
  renewLeadsOfWaitingCalls,
  takeCallDeliveries,
  takeLeadDeliveries,
} from '../../../models/odoo-delivery.ts';
import { answered } from '../../../odoo/transport/failure.ts';
import { deleteCalls, deliverCalls } from './deliver-calls.ts';
import { deliverLeads } from './deliver-leads.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { delivered } from './outcome.ts';
import { settle } from './settle.ts';
import { workBatch } from './work-batch.ts';

export type RoundParts = DeliverParts & Parameters<typeof settle>[0] & { database: Database; clock: Clock };

/** Brings to Odoo what is due, leads before their calls. 'more' when there may be more at once. */
export async function deliverRound(parts: RoundParts): Promise<'more' | 'done'> {
  const { database, clock } = parts;
  const leads = await takeLeadDeliveries(database, clock.now(), LEADS_AT_ONCE);
  await settle(parts, await workBatch(leads, (some) => deliverLeads(parts, some)));
  // Without our module Odoo has no place for calls: they wait.
  const calls = parts.link.about.callRecords ? await takeCallDeliveries(database, clock.now(), CALLS_AT_ONCE) : [];
  await workDeleted(parts, calls.filter(isDeleted));
  const alive = calls.filter((delivery) => !isDeleted(delivery));
  await settle(parts, await workBatch(alive, (some) => deliverCalls(parts, some)));
  if (leads.length + calls.length > 0) {
    await tell(database, leads);
    return 'more';
  }
  await renewLeadsOfWaitingCalls(database);
  return (await enqueueOlder(database, clock.now(), SLICE)) ? 'more' : 'done';
}

/** A batch is a transaction in Odoo, which holds what it writes until it is through: some tenths of a second. */
const LEADS_AT_ONCE = 50;
const CALLS_AT_ONCE = 200;
const SLICE = 1_000;

function isDeleted({ deleted_call_id }: DueDelivery): boolean {
  return deleted_call_id !== null;
}

async function workDeleted(parts: RoundParts, deliveries: readonly DueDelivery[]): Promise<void> {
  const outcomes = await workBatch(deliveries, async (some) => {
    const deleted = await deleteCalls(parts, some);
    return deleted.kind === 'failed' ? deleted : answered(some.map((delivery) => delivered(delivery, null)));
  });
  const done = outcomes.filter(({ kind }) => kind === 'delivered');
  await forgetDeliveries(
    parts.database,
    done.map(({ delivery }) => delivery.id),
  );
  await settle(
    parts,
    outcomes.filter(({ kind }) => kind === 'failed'),
  );
}

async function tell({ kysely }: Database, leads: readonly DueDelivery[]): Promise<void> {
  const ids = leads.map(({ record_id }) => record_id);
  await kysely.transaction().execute((tx) =>
    announce(tx, [
      { model: 'crm.lead', ids },
      { model: 'odoo.connection', ids: [1] },
    ]),
  );
}
