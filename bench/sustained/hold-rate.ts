import type { Database } from '../../src/db/database.ts';
import { measureInbox } from '../../src/models/inbox-depth.ts';
import { mean } from '../report/statistics.ts';
import { startLoad } from '../support/generate-load.ts';

/** One rate held for a while. */
export type Hold = {
  acceptedPerSecond: number;
  processedPerSecond: number;
  /** Events in the inbox, twice a second. */
  depths: number[];
  p50: number;
  p99: number;
  accepted: number;
  refused: number;
};

const WARM_UP = 2;

export async function holdRate(url: string, database: Database, rate: number, seconds: number): Promise<Hold> {
  const load = startLoad({ url, connections: 64, seconds, warmUp: WARM_UP, rate });
  try {
    const begun = performance.now();
    const samples: { at: number; accepted: number; waiting: number }[] = [];
    while (performance.now() < begun + (WARM_UP + seconds) * 1_000 - 700) {
      const accepted = await load.acceptedSoFar();
      const at = performance.now();
      const { waiting } = await measureInbox(database);
      if (at > begun + WARM_UP * 1_000) samples.push({ at, accepted, waiting });
    }
    const result = await load.result();
    const [first, last] = [samples[0], samples.at(-1)];
    if (first === undefined || last === undefined) throw new Error('The hold was too short to see anything.');
    const elapsed = (last.at - first.at) / 1_000;
    return {
      acceptedPerSecond: (last.accepted - first.accepted) / elapsed,
      processedPerSecond: (last.accepted - first.accepted - (last.waiting - first.waiting)) / elapsed,
      depths: samples.map(({ waiting }) => waiting),
      p50: result.p50,
      p99: result.p99,
      accepted: result.acceptedInAll,
      refused: result.requests - result.accepted,
    };
  } finally {
    await load.stop();
  }
}

/** Growing: the last third is deeper than the first by more than half a second's worth of calls. */
export function isGrowing({ depths, acceptedPerSecond }: Hold): boolean {
  const third = Math.ceil(depths.length / 3);
  return mean(depths.slice(-third)) - mean(depths.slice(0, third)) > acceptedPerSecond / 2;
}
