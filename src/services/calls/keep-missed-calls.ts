import type { Tx } from '../../db/database.ts';
import type { Settings } from '../../kernel/settings.ts';
import { type CountedMissedCall, countMissedCalls, type QueueRules } from '../../models/missed-call.ts';
import { loadHistories } from '../../models/missed-call-history.ts';
import { queueNews } from '../../models/missed-call-news.ts';
import {
  findTouchedRows,
  lockQueue,
  type NewMissedCall,
  type StoredMissedCall,
  sameRow,
  writeQueue,
} from '../../models/missed-call-queue.ts';
import { type CallChange, type Touch, touchesOf } from '../../models/missed-call-touch.ts';
import { type Affected, peopleOf } from './affected-people.ts';

export type QueueSettings = Pick<Settings, 'workingHours' | 'holidays' | 'timeZone' | 'callbackTargetMinutes'>;

/** Rows that are new, say something else, or went; and the open ones to which a try was added. */
export type QueueChanges = { changed: number[]; tried: number[] };

/**
 * Keeps the missed-call queue in step with calls, in the transaction that writes them; they must be written by then, or be on
 * their way. Looks at nobody but the people whose missed or answered calls changed, and reads a history only of those to whom
 * something but news happened, and of it the part that a change can concern.
 */
export async function keepMissedCalls(
  tx: Tx,
  changes: readonly CallChange[],
  settings: QueueSettings,
  now: Date,
): Promise<QueueChanges> {
  return await followTouches(tx, changes.flatMap(touchesOf), settings, now);
}

/** The same, for whoever has looked already at what the changes concern. */
export async function followTouches(
  tx: Tx,
  touches: readonly Touch[],
  settings: QueueSettings,
  now: Date,
): Promise<QueueChanges> {
  if (touches.length === 0) return { changed: [], tried: [] };
  // Begun together they travel together, in this order.
  const [, { changed, tried, left }] = await Promise.all([lockQueue(tx), queueNews(tx, touches, rulesOf(settings))]);
  const counted = await countAnew(tx, left, settings, now);
  return { changed: [...changed, ...counted.changed], tried: [...tried, ...counted.tried] };
}

/** The same after something other than a call has changed: a lead's numbers, which calls stand on it, or what people did. */
export async function keepMissedCallsOf(
  tx: Tx,
  people: readonly (Pick<Touch, 'lead_id' | 'phone_sanitized'> & { since?: Date })[],
  settings: QueueSettings,
  now: Date,
): Promise<QueueChanges> {
  await lockQueue(tx);
  const touches = people.map(({ lead_id, phone_sanitized, since: moment = new Date(0) }) => {
    return { lead_id, phone_sanitized, moment, connected: false, news: undefined };
  });
  return await countAnew(tx, touches, settings, now);
}

/** Brings the queue to what follows from the history of everybody whom these changes may concern. */
async function countAnew(tx: Tx, touches: readonly Touch[], settings: QueueSettings, now: Date): Promise<QueueChanges> {
  if (touches.length === 0) return { changed: [], tried: [] };
  const people = peopleOf(touches, await findTouchedRows(tx, touches));
  const histories = await loadHistories(
    tx,
    [...people.values()].map(({ person, since }) => ({ ...person, since })),
  );
  const changes: Changes = { gone: [], changed: [], added: [], tried: [] };
  for (const [key, affected] of people) {
    const history = histories.get(key);
    if (history === undefined) continue;
    compare(affected, standing(affected, countMissedCalls(history, rulesOf(settings), now)), changes);
  }
  const added = await writeQueue(tx, changes);
  const opened = added.filter((_, place) => changes.added[place]?.closed_date === null);
  const changed = changes.changed.map(({ id }) => id);
  return { changed: [...changes.gone, ...changed, ...added], tried: [...changes.tried, ...opened] };
}

function rulesOf(settings: QueueSettings): QueueRules {
  return { calendar: settings, targetMinutes: settings.callbackTargetMinutes };
}

type Changes = { gone: number[]; changed: StoredMissedCall[]; added: NewMissedCall[]; tried: number[] };

/** What was settled before the change is not among the rows that were found, and stays as it is. */
function standing({ touched }: Affected, counted: readonly CountedMissedCall[]): CountedMissedCall[] {
  return counted.filter(({ row }) => row.settled_until === null || row.settled_until >= touched);
}

function compare({ person, rows }: Affected, counted: CountedMissedCall[], changes: Changes): void {
  const left = new Set(rows);
  // The newest first: where a row falls into two, the later part goes on as the one that people know.
  for (const { row, tries } of counted.reverse()) {
    const stored = storedRow(left, row, tries);
    if (stored === undefined) {
      changes.added.push({ ...row, lead_id: person.lead_id });
      continue;
    }
    left.delete(stored);
    if (sameRow(stored, row)) continue;
    changes.changed.push({ ...stored, ...row });
    if (row.closed_date === null && row.tries > stored.tries) changes.tried.push(stored.id);
  }
  for (const { id } of left) changes.gone.push(id);
}

/** The stored row that goes on as this one: it shares its newest call, or at least a part of its time. */
function storedRow(
  left: ReadonlySet<StoredMissedCall>,
  row: CountedMissedCall['row'],
  tries: CountedMissedCall['tries'],
): StoredMissedCall | undefined {
  if (left.size === 0) return undefined;
  const newestFirst = [...left].reverse();
  return (
    newestFirst.find(({ last_call_record_id }) => tries.some(({ id }) => id === last_call_record_id)) ??
    newestFirst.find(
      (stored) => stored.first_missed_date <= row.last_missed_date && stored.last_missed_date >= row.first_missed_date,
    )
  );
}
