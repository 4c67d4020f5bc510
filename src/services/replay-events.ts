import type { Database } from '../db/database.ts';
import type { EventState } from '../db/tables.ts';
import type { Clock } from '../kernel/clock.ts';
import { announce } from '../models/live-change.ts';
import { type EventFilter, findReplayable, releaseForReplay } from '../models/webhook-event.ts';
import { againIfInsertedElsewhere } from './calls/again-if-inserted-elsewhere.ts';
import type { CallSettings } from './calls/draft.ts';
import { processCalls } from './calls/process-calls.ts';
import { readRefusalsAgain } from './read-refusals-again.ts';

export type Replay = {
  /** How many events the filter names. */
  events: number;
  /** What the first {@link DRY_RUN_EVENTS} of them would become; only in a dry run. */
  preview: {
    id: number;
    call_id: string | null;
    state: EventState | 'refused';
    reason: string | null;
    effect: 'creates' | 'changes' | 'nothing';
  }[];
};

/** A dry run really processes, then rolls back: it must stay short, since it holds locks meanwhile. */
const DRY_RUN_EVENTS = 200;

/** Undoes a dry run's transaction on its way out. */
class DryRunEnds extends Error {}

/**
 * Makes settled events due again: the worker takes them the way it takes a retry, there is no second path. Refused requests
 * that can be read by now join the inbox; those that cannot stay what they are.
 */
export async function replayEvents(
  database: Database,
  filter: EventFilter,
  settings: CallSettings,
  clock: Clock,
): Promise<Replay> {
  return await database.kysely.transaction().execute(async (tx) => {
    const { accepted } = await readRefusalsAgain(tx, filter.ids ?? [], settings);
    const ids = [...accepted.map(({ id }) => id), ...(await releaseForReplay(tx, filter, clock.now()))];
    await announce(tx, [{ model: 'webhook.event', ids: ids.slice(0, DRY_RUN_EVENTS) }]);
    return { events: ids.length, preview: [] };
  });
}

/** Says what a replay would do, by doing it in a transaction that is rolled back. */
export async function previewReplay(
  database: Database,
  filter: EventFilter,
  settings: CallSettings,
  clock: Clock,
): Promise<Replay> {
  let replay: Replay = { events: 0, preview: [] };
  try {
    await againIfInsertedElsewhere(() =>
      database.kysely.transaction().execute(async (tx) => {
        const { accepted, refused } = await readRefusalsAgain(
          tx,
          (filter.ids ?? []).slice(0, DRY_RUN_EVENTS),
          settings,
        );
        const { events, total } = await findReplayable(tx, filter, DRY_RUN_EVENTS);
        const { settled, createdRecords, changedRecords } = await processCalls(
          tx,
          [...accepted, ...events],
          settings,
          clock.now(),
        );
        const created = new Set(createdRecords);
        const changed = new Set(changedRecords);
        const effectOf = (record: number | null) =>
          record === null ? 'nothing' : created.has(record) ? 'creates' : changed.has(record) ? 'changes' : 'nothing';
        const preview = settled.map(
          ({ id, call_id, state, reason, call_record_id }) =>
            ({ id, call_id, state, reason, effect: effectOf(call_record_id) }) as const,
        );
        const still = refused.map((one) => ({ ...one, call_id: null, state: 'refused', effect: 'nothing' }) as const);
        replay = { events: accepted.length + still.length + total, preview: [...still, ...preview] };
        throw new DryRunEnds();
      }),
    );
  } catch (error) {
    if (!(error instanceof DryRunEnds)) throw error;
  }
  return replay;
}
