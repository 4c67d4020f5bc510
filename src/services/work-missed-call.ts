import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { announce } from '../models/live-change.ts';
import { callsOfRow, insertActions, type QueuedPerson } from '../models/missed-call-action.ts';
import { lockQueue } from '../models/missed-call-queue.ts';
import type { Viewer } from '../security/viewer.ts';
import { keepMissedCallsOf, type QueueSettings } from './calls/keep-missed-calls.ts';
import { requireOwner } from './require-owner.ts';

/** What a person does about a row of the queue. */
export type MissedCallDeed =
  /** By whoever does it, or for somebody else. */
  | { kind: 'take'; user_id?: number }
  | { kind: 'snooze'; until: Date }
  | { kind: 'not_needed'; reason: string | null }
  | { kind: 'reopen' };

type Parts = { database: Database; settings: QueueSettings; clock: Clock };

/**
 * Takes, snoozes, refuses or reopens a row. What is stored is the deed, on the missed calls themselves; the row follows
 * from it as it follows from calls. Returns the id under which the person's row goes on: one that is reopened beside an
 * open row becomes one with it.
 */
export async function workMissedCall(parts: Parts, viewer: Viewer, id: number, deed: MissedCallDeed): Promise<number> {
  const now = parts.clock.now();
  return await parts.database.kysely.transaction().execute(async (tx) => {
    await lockQueue(tx);
    const row = await findRow(tx, id);
    refuse(row, deed, now);
    const calls = await callsOfRow(tx, row);
    // The whole row is reopened, and what else is done holds for what the person saw: the last try of now.
    const about = deed.kind === 'reopen' ? calls : calls.slice(-1);
    // MCUBE's clock may be ahead of ours: a deed comes after everything that it was done about.
    const create_date = new Date(Math.max(now.getTime(), row.last_missed_date.getTime(), settled(row)));
    const until = deed.kind === 'snooze' ? deed.until : null;
    const reason = deed.kind === 'not_needed' ? deed.reason : null;
    const user_id =
      deed.kind === 'take' && deed.user_id !== undefined ? await requireOwner(tx, deed.user_id) : viewer.user_id;
    await insertActions(
      tx,
      about.map((call_id) => ({ call_id, kind: deed.kind, user_id, until, reason, create_date })),
    );
    const { lead_id, phone_sanitized, first_missed_date: since } = row;
    const { changed } = await keepMissedCallsOf(tx, [{ lead_id, phone_sanitized, since }], parts.settings, now);
    await announce(tx, [{ model: 'mcube.missed.call', ids: [...new Set([...changed, id])] }]);
    return await goesOnAs(tx, row);
  });
}

async function findRow(tx: Tx, id: number): Promise<QueuedPerson> {
  const { rows } = await sql<QueuedPerson>`
    select id, lead_id, phone_sanitized, first_missed_date, last_missed_date, last_call_record_id, closed_date,
      nullif(settled_until, 'infinity') as settled_until
    from mcube_missed_call where id = ${id}`.execute(tx);
  if (rows[0] === undefined)
    throw new RequestError('not_found', say('no_such_record', { model: 'mcube.missed.call', id }));
  return rows[0];
}

function refuse({ closed_date }: QueuedPerson, deed: MissedCallDeed, now: Date): void {
  if (deed.kind === 'reopen') {
    if (closed_date === null) throw new RequestError('conflict', say('open_already'));
    return;
  }
  if (closed_date !== null) throw new RequestError('conflict', say('closed_by_now'));
  if (deed.kind === 'snooze' && deed.until <= now)
    throw new RequestError('invalid_input', say('must_be_later', { field: 'until' }));
}

function settled({ settled_until }: QueuedPerson): number {
  return settled_until?.getTime() ?? 0;
}

/** The row itself, or the open one that it became part of. */
async function goesOnAs(tx: Tx, { id, lead_id, phone_sanitized }: QueuedPerson): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from mcube_missed_call
    where id = ${id} or (lead_id is not distinct from ${lead_id} and closed_date is null
      and (lead_id is not null or phone_sanitized = ${phone_sanitized}))
    order by id = ${id} desc limit 1`.execute(tx);
  return rows[0]?.id ?? id;
}
