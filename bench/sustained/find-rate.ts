import type { Database } from '../../src/db/database.ts';
import { measureInbox } from '../../src/models/inbox-depth.ts';
import { median } from '../report/statistics.ts';
import { startLoad } from '../support/generate-load.ts';

const FIRST_RATE = 4_000;
/** Up fast until it was too much once, then in small steps. */
const UP_AT_FIRST = 1.25;
const UP = 1.05;
const DOWN = 0.85;
/** Seconds' worth of calls in the inbox: below the first it is shallow, above the second it is filling. */
const SHALLOW = 0.15;
const FILLING = 0.4;

/** Raises the rate while the inbox stays shallow, lowers it when not: what it swings around is what can be sustained. */
export async function findRate(
  url: string,
  database: Database,
  seconds: number,
): Promise<{ rate: number; accepted: number }> {
  const load = startLoad({ url, connections: 64, seconds, rate: FIRST_RATE });
  try {
    // From the first time it was too much: until then it only climbs.
    const processed: number[] = [];
    let wasTooMuch = false;
    let latest = 0;
    let rate = FIRST_RATE;
    let before = { accepted: 0, waiting: 0, at: performance.now() };
    const endsAt = before.at + seconds * 1_000 - 1_000;
    while (performance.now() < endsAt) {
      const accepted = await load.acceptedSoFar();
      const { waiting } = await measureInbox(database);
      const at = performance.now();
      const elapsed = (at - before.at) / 1_000;
      latest = (accepted - before.accepted - (waiting - before.waiting)) / elapsed;
      if (wasTooMuch) processed.push(latest);
      // More than is accepted cannot be asked for.
      const keepsUp = (accepted - before.accepted) / elapsed > rate * 0.9;
      if (waiting > rate * FILLING || !keepsUp) wasTooMuch = true;
      if (waiting > rate * FILLING) rate *= DOWN;
      else if (waiting < rate * SHALLOW && keepsUp) rate *= wasTooMuch ? UP : UP_AT_FIRST;
      load.setRate(rate);
      before = { accepted, waiting, at };
    }
    const { acceptedInAll } = await load.result();
    // Where a hiccup came early it went on climbing in small steps: what it came to counts.
    const swing = processed.slice(-Math.ceil(processed.length / 2));
    return { rate: swing.length === 0 ? latest : median(swing), accepted: acceptedInAll };
  } finally {
    await load.stop();
  }
}
