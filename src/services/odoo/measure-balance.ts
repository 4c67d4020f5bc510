import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Settings } from '../../kernel/settings.ts';
import { countDays, type DayHere } from '../../models/odoo-balance.ts';
import { findOdooConnection } from '../../models/odoo-connection.ts';
import { countCallsInOdoo } from '../../odoo/reading/count-calls.ts';
import type { OdooConnections, OdooLink } from './open-connection.ts';

export type BalanceOfDay = {
  day: string;
  /** Calls that MCUBE told of, are recorded here, and are in Odoo; null while Odoo cannot be asked. */
  received: number;
  recorded: number;
  in_odoo: number | null;
  gaps: Gap[];
};

/** Why two of the figures differ: a word for programs, how many calls, a sentence. */
export type Gap = { kind: GapKind; count: number; message: string };
export const GAP_KINDS = ['inbox', 'failed', 'deleted', 'undelivered', 'refused', 'missing', 'foreign'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

type Parts = {
  database: Database;
  settings: Pick<Settings, 'timeZone'>;
  clock: Clock;
  connections: OdooConnections;
};

/** Of the last days: received = recorded here = in Odoo, each gap named. Odoo itself is asked what it has. */
export async function measureBalance(
  { database, settings, clock, connections }: Parts,
  days: number,
): Promise<BalanceOfDay[]> {
  const here = await countDays(database, { days, timeZone: settings.timeZone, now: clock.now() });
  const link = await connections.open();
  const inOdoo = await countInOdoo(link, here);
  // Without a connection nothing is on its way.
  const isConnected = (await findOdooConnection(database)) !== undefined;
  return here.map((one, place) =>
    balanceOf(isConnected ? one : { ...one, undelivered: 0, refused: 0 }, inOdoo[place] ?? null),
  );
}

async function countInOdoo(link: OdooLink | undefined, days: readonly DayHere[]): Promise<number[]> {
  const counts: number[] = [];
  if (link?.about.callRecords !== true) return counts;
  for (const day of days) {
    const count = await countCallsInOdoo(link.transport, day);
    // Who asks waits: when Odoo is slow or away, it is not asked for the other days.
    if (count.kind === 'failed') return counts;
    counts.push(count.value);
  }
  return counts;
}

function balanceOf(here: DayHere, in_odoo: number | null): BalanceOfDay {
  const { day, recorded, inbox, failed, deleted, undelivered, refused } = here;
  const surplus = in_odoo === null ? 0 : in_odoo - (recorded - undelivered - refused);
  const counts: Record<GapKind, number> = {
    inbox,
    failed,
    deleted,
    undelivered,
    refused,
    missing: Math.max(0, -surplus),
    foreign: Math.max(0, surplus),
  };
  const gaps = GAP_KINDS.filter((kind) => counts[kind] > 0).map((kind) => gapOf(kind, counts[kind]));
  return { day, received: recorded + inbox + failed + deleted, recorded, in_odoo, gaps };
}

function gapOf(kind: GapKind, count: number): Gap {
  return { kind, count, message: WORDS[kind](count === 1 ? '1 call' : `${count} calls`) };
}

const WORDS: Record<GapKind, (calls: string) => string> = {
  inbox: (calls) => `${calls}: received, not yet processed.`,
  failed: (calls) => `${calls}: received, but processing failed; see the events, from where it can be replayed.`,
  deleted: (calls) => `${calls}: recorded, and deleted here since.`,
  undelivered: (calls) => `${calls}: on the way to Odoo.`,
  refused: (calls) => `${calls}: Odoo refused; the deliveries say why.`,
  missing: (calls) => `${calls}: delivered, but no longer in Odoo; reconciling brings back what was deleted there.`,
  foreign: (calls) => `${calls}: in Odoo, but not here.`,
};
