import { type RawBuilder, sql } from 'kysely';
import { type ColumnTypes, unnestRows } from '../db/unnest-rows.ts';
import type { Recount } from './call-rollup.ts';
import { quarterHourOf } from './quarter-hour.ts';
import { ringSeconds } from './ring-time.ts';

/** What recounted calls change in the answer times of a quarter of an hour. */
export type RingDelta = { quarter_hour: Date; ring_seconds: number } & Record<Bucket, number>;

type Bucket = (typeof BUCKETS)[number];
const BUCKETS = ['within_10', 'within_20', 'within_30', 'within_60', 'later'] as const;

/** Disjoint: a call that rang 15 seconds counts within 20 alone. */
function bucketOf(ring: number): Bucket {
  if (ring <= 10) return 'within_10';
  if (ring <= 20) return 'within_20';
  if (ring <= 30) return 'within_30';
  return ring <= 60 ? 'within_60' : 'later';
}

/** How long callers waited for an answer; outbound calls ring at the customer's, which says nothing about us. */
export function sumRings(recounts: readonly Recount[]): RingDelta[] {
  const sums = new Map<number, RingDelta>();
  for (const { before, after } of recounts) {
    add(sums, before, -1);
    add(sums, after, 1);
  }
  return [...sums.values()].filter((sum) => sum.ring_seconds !== 0 || BUCKETS.some((bucket) => sum[bucket] !== 0));
}

function add(sums: Map<number, RingDelta>, call: Recount['after'], sign: 1 | -1): void {
  if (call === undefined || call.direction !== 'inbound') return;
  const ring = ringSeconds(call);
  if (ring === null) return;
  const quarter = quarterHourOf(call.call_date);
  const sum = sums.get(quarter) ?? { ...NOTHING, quarter_hour: new Date(quarter) };
  sum.ring_seconds += sign * ring;
  sum[bucketOf(ring)] += sign;
  sums.set(quarter, sum);
}

const NOTHING = { ring_seconds: 0, within_10: 0, within_20: 0, within_30: 0, within_60: 0, later: 0 };

/** Adds them to the table, in the order of its key. */
export function addRings(deltas: readonly RingDelta[]): RawBuilder<unknown> {
  return sql`
    insert into call_rollup_ring as rollup (${NAMES})
    select ${NAMES} from ${unnestRows(deltas, COLUMNS)} as ring order by quarter_hour
    on conflict (quarter_hour) do update set ${ADDED}`;
}

const COLUMNS: ColumnTypes<RingDelta> = {
  quarter_hour: 'timestamptz',
  ring_seconds: 'integer',
  within_10: 'integer',
  within_20: 'integer',
  within_30: 'integer',
  within_60: 'integer',
  later: 'integer',
};
const NAMES = sql.raw(Object.keys(COLUMNS).join(', '));
const ADDED = sql.raw(
  ['ring_seconds', ...BUCKETS].map((name) => `${name} = rollup.${name} + excluded.${name}`).join(', '),
);
