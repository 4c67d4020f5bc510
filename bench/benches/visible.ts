import { type Static, Type } from 'typebox';
import { milliseconds } from '../report/number-text.ts';
import type { Section } from '../report/section.ts';
import { startChild } from '../support/child.ts';
import { createOffice } from '../support/office.ts';
import { type Layout, type Service, startService } from '../support/service.ts';
import { compareWithAccepted } from '../support/stored-calls.ts';
import type { Context } from './context.ts';

const CALLS_A_SECOND = 40;
const LAYOUTS: readonly Layout[] = ['one process', 'web and worker'];

/** From the moment a call is posted until the API shows it. */
export async function benchVisible(context: Context): Promise<Section> {
  const seconds = context.quick ? 6 : 20;
  const failures: string[] = [];
  const rows: string[][] = [];
  for (const layout of LAYOUTS) {
    const seen = await measure(context, layout, seconds, failures);
    rows.push([
      layout,
      `**${milliseconds(seen.p50)} / ${milliseconds(seen.p99)} ms**`,
      `${milliseconds(seen.most)} ms`,
      `${milliseconds(seen.acceptedP50)} / ${milliseconds(seen.acceptedP99)} ms`,
      String(seen.calls),
    ]);
  }
  return {
    title: `4. Posted to visible in the API, at ${CALLS_A_SECOND} calls/s`,
    aim: '3 / 15 ms.',
    tables: [{ head: ['', 'visible p50 / p99', 'most', 'accepted p50 / p99', 'calls'], rows }],
    notes: [
      `${seconds} s of calls at an even rate, each asked for by GET /api/call-records?call_id= with an API key, from its 202 on, again after a tenth of the time since it was posted (at least 1 ms).`,
    ],
    failures,
  };
}

async function measure({ postgres, profileTo }: Context, layout: Layout, seconds: number, failures: string[]) {
  const database = await postgres.createDatabase('bench_visible');
  let service: Service | undefined;
  try {
    const { apiKey } = await createOffice(database);
    service = await startService(database.url, layout, { profileTo });
    const poster = startChild('children/visible-posts.ts', [
      service.url,
      apiKey,
      String(CALLS_A_SECOND),
      String(seconds),
    ]);
    try {
      const seen: Static<typeof Seen> = await poster.next(Seen, seconds + 60);
      if (seen.missing > 0) failures.push(`${layout}: ${seen.missing} calls were not seen within 10 s.`);
      failures.push(...(await compareWithAccepted(database, seen.posted, layout)));
      return seen;
    } finally {
      await poster.stop();
    }
  } finally {
    await service?.stop();
    await database.drop();
  }
}

const Seen = Type.Object({
  posted: Type.Number(),
  calls: Type.Number(),
  missing: Type.Number(),
  p50: Type.Number(),
  p99: Type.Number(),
  most: Type.Number(),
  acceptedP50: Type.Number(),
  acceptedP99: Type.Number(),
});
