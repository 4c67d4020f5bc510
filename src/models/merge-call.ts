import type { Outcome } from '../db/tables.ts';
import type { CallEvent } from './call-event.ts';
import { statusKind } from './call-status.ts';

/**
 * A call as all its events together tell it. Merging is forward-only and field by field: a missing value never clears a
 * known one, and a value from an event that knows more (its rank) beats one from an event that knows less. Between equal
 * ranks the values themselves decide, never the time of arrival, so every order and repetition of the same events gives
 * the same call. That makes it a join of a semilattice; the property test in merge-call.test.ts holds it to that.
 */
export type MergedCall = Pick<CallEvent, 'call_id' | 'family' | MergedField> & {
  /** The rank of the event behind each field, in the order of {@link MERGED_FIELDS}; '-' where no event gave a value, {@link INFERRED} where it follows from others. */
  merge_ranks: string;
};

type MergedField = (typeof MERGED_FIELDS)[number];

/** New fields go to the end: merge_ranks of stored calls are read by position. */
const MERGED_FIELDS = [
  'direction',
  'phone_number',
  'phone_sanitized',
  'virtual_number',
  'agent_phone',
  'agent_name',
  'agent_email',
  'group_name',
  'caller_name',
  'ref_id',
  'recording_url',
  'call_date',
  'end_date',
  'duration',
  'duration_raw',
  'status',
  'disconnected_by',
] as const satisfies readonly (keyof CallEvent)[];

/** A call that only this event has told of. */
export function callOfEvent(event: CallEvent): MergedCall {
  const { rank, direction_given, ...facts } = event;
  let ranks = '';
  for (const field of MERGED_FIELDS) ranks += event[field] === null ? '-' : rank;
  // It stands first. One that was not told is worth no more than a ringing event's.
  if (!direction_given) ranks = `0${ranks.slice(1)}`;
  return withStart({ ...facts, merge_ranks: ranks });
}

/**
 * A start that this event does not tell, from its end and its talk: the event may arrive days later. Any start that is told
 * beats it.
 */
function withStart(call: MergedCall): MergedCall {
  if (call.call_date !== null || call.end_date === null) return call;
  const call_date = new Date(call.end_date.getTime() - call.duration * 1000);
  const merge_ranks = call.merge_ranks.slice(0, START) + INFERRED + call.merge_ranks.slice(START + 1);
  return { ...call, call_date, merge_ranks };
}

/** The call that both tell of. */
export function mergeCalls(one: MergedCall, other: MergedCall): MergedCall {
  const merged = { ...one };
  if (other.family < one.family) merged.family = other.family;
  let ranks = '';
  MERGED_FIELDS.forEach((field, position) => {
    const mine = one.merge_ranks[position] ?? '-';
    const theirs = other.merge_ranks[position] ?? '-';
    // '-' sorts before the digits: an absent value loses against any known one.
    const take = theirs > mine || (theirs === mine && theirs !== '-' && beats(field, other, one));
    if (take) copy(field, other, merged);
    ranks += take ? theirs : mine;
  });
  merged.merge_ranks = ranks;
  return merged;
}

/** How the call stands or ended; follows from the merged facts alone. */
export function outcomeOf(call: MergedCall, timedOut: boolean): Outcome {
  const rank = call.merge_ranks[STATUS] ?? '-';
  const ended = call.end_date !== null || rank >= '2' || timedOut;
  if (!ended) return 'in_progress';
  // Rank 1 that ended: talking, and the hang-up came without a status or never. Talk time without a status: answered.
  if (rank === '3' || rank === '1' || call.duration > 0) return 'answered';
  const kind = statusKind(call.status);
  if (kind === 'voicemail' || kind === 'busy' || kind === 'failed') return kind;
  const gaveUpEarly = call.direction === 'inbound' && rangSeconds(call) < ABANDONED_BELOW_SECONDS;
  return gaveUpEarly ? 'abandoned' : 'missed';
}

/** Whether both say the same: then there is nothing to write. */
export function sameCall(one: MergedCall, other: MergedCall): boolean {
  if (one.merge_ranks !== other.merge_ranks) return false;
  return MERGED_FIELDS.every((field) => comparable(one[field]) === comparable(other[field]));
}

const STATUS = MERGED_FIELDS.indexOf('status');
const START = MERGED_FIELDS.indexOf('call_date');
/** Sorts between '-' and the digits: better than no value, and worse than one of any event. */
const INFERRED = '.';

/** An unanswered caller who hung up sooner than this gave up early: the field's rule (CallRail). */
const ABANDONED_BELOW_SECONDS = 15;

function rangSeconds(call: MergedCall): number {
  if (call.call_date === null || call.end_date === null || call.merge_ranks[START] === INFERRED)
    return Number.POSITIVE_INFINITY;
  return (call.end_date.getTime() - call.call_date.getTime()) / 1000;
}

type Value = MergedCall[MergedField];

/** Any total order per field would do; these keep the better fact. A call starts at its earliest start. */
function beats(field: MergedField, challenger: MergedCall, holder: MergedCall): boolean {
  // A number and its normalised form come and go together, so they must not be taken from two different customers.
  if (field === 'phone_number' && challenger.phone_sanitized !== holder.phone_sanitized) {
    return beats('phone_sanitized', challenger, holder);
  }
  const mine = comparable(challenger[field]);
  const theirs = comparable(holder[field]);
  if (mine === null || theirs === null) return theirs === null && mine !== null;
  return field === 'call_date' ? mine < theirs : mine > theirs;
}

function comparable(value: Value): string | number | null {
  return value instanceof Date ? value.getTime() : value;
}

function copy<Field extends MergedField>(field: Field, from: MergedCall, to: MergedCall): void {
  to[field] = from[field];
}
