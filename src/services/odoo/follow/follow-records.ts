import type { Tx } from '../../../db/database.ts';
import { say } from '../../../kernel/sentences.ts';
import { announce } from '../../../models/live-change.ts';
import { type Conflict, listConflicts } from '../../../models/odoo-conflict.ts';
import { markFromOdoo } from '../../../models/odoo-counterpart.ts';
import { forgetRecords, otherRecords, rememberSaid, saidBefore } from '../../../models/odoo-record.ts';
import { findDeleted } from '../../../odoo/reading/find-deleted.ts';
import { settle, type Values } from '../../../odoo/reading/settle.ts';
import { answerOf } from '../../../odoo/transport/failure.ts';
import type { FollowParts } from './follow-parts.ts';

export type ReadRecord<Said extends Values> = { id: number; said: Said };

/** A model of few records, which is read as a whole: how its records here are found, made and changed. */
export type FollowedModel<Row extends ReadRecord<Said>, Said extends Values> = {
  model: Conflict['model'];
  /** Fields that nobody misses when Odoo says something else at the first meeting. */
  ownWork?: ReadonlySet<string>;
  /** The record here, in Odoo's terms; one that Odoo's record is to be from now on counts as such. */
  find(tx: Tx, row: Row): Promise<{ id: number; here: Said } | undefined>;
  /** Undefined when there is no need for it here. */
  create(tx: Tx, row: Row): Promise<number | undefined>;
  /** Returns what could not be done, in a sentence each. */
  change(tx: Tx, id: number, changes: Partial<Said>, row: Row): Promise<Undone[]>;
  /** Somebody deleted it in Odoo. Returns which record here that concerns, if any. */
  leave(tx: Tx, odooId: number): Promise<Left | undefined>;
};

export type Left = { id: number; conflicts?: Conflict[] };
export type Undone = { field: string; reason: string };

/** Brings the records here to what people changed in Odoo; rows are all that there are. Returns how many changed here. */
export async function followRecords<Row extends ReadRecord<Said>, Said extends Values>(
  parts: FollowParts,
  followed: FollowedModel<Row, Said>,
  rows: readonly Row[],
): Promise<number> {
  const { model } = followed;
  const missing = await otherRecords(
    parts.database,
    model,
    rows.map(({ id }) => id),
  );
  // Whoever may suddenly see nothing has lost rights; that is told record by record.
  const gone = answerOf(await findDeleted(parts.transport, model, missing));
  return await parts.database.kysely.transaction().execute(async (tx) => {
    await markFromOdoo(tx);
    const before = await saidBefore<Said>(
      { kysely: tx },
      model,
      rows.map(({ id }) => id),
    );
    const changed: number[] = [];
    const conflicts: Conflict[] = [];
    for (const row of rows) {
      const followedRow = await followRow(tx, followed, row, before.get(row.id));
      if (followedRow === undefined) continue;
      changed.push(followedRow.id);
      conflicts.push(...followedRow.conflicts);
    }
    const left: number[] = [];
    for (const odooId of gone) {
      const leaving = await followed.leave(tx, odooId);
      if (leaving === undefined) continue;
      left.push(leaving.id);
      conflicts.push(...(leaving.conflicts ?? []));
    }
    await forgetRecords(tx, model, gone);
    await rememberSaid(
      tx,
      model,
      rows.map(({ id, said }) => ({ odoo_id: id, said })),
    );
    await listConflicts(tx, conflicts);
    await announce(tx, [{ model, ids: [...new Set([...changed, ...left])] }]);
    return changed.length;
  });
}

async function followRow<Row extends ReadRecord<Said>, Said extends Values>(
  tx: Tx,
  followed: FollowedModel<Row, Said>,
  row: Row,
  before: Said | undefined,
): Promise<{ id: number; conflicts: Conflict[] } | undefined> {
  const found = await followed.find(tx, row);
  if (found === undefined) {
    const id = await followed.create(tx, row);
    return id === undefined ? undefined : { id, conflicts: [] };
  }
  const { take, conflicts } = settle(before, row.said, found.here, followed.ownWork);
  if (take.length === 0) return undefined;
  const undone = await followed.change(tx, found.id, pick(row.said, take), row);
  const about = { model: followed.model, record_id: found.id, odoo_id: row.id };
  const sides = (field: string) => ({ field, here: text(found.here[field]), in_odoo: text(row.said[field]) });
  return {
    id: found.id,
    conflicts: [
      ...conflicts
        .filter((field) => !undone.some((one) => one.field === field))
        .map((field) => ({ ...about, ...sides(field), decision: 'odoo' as const, reason: BOTH })),
      ...undone.map(({ field, reason }) => ({ ...about, ...sides(field), decision: 'here' as const, reason })),
    ],
  };
}

export const BOTH = say('both_changed');

export function pick<Said extends Values>(said: Said, fields: readonly string[]): Partial<Said> {
  const picked: Partial<Said> = {};
  for (const field in said) if (fields.includes(field)) picked[field] = said[field];
  return picked;
}

export function text(value: string | number | boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
