import { type Static, Type } from 'typebox';
import { milliseconds, ratio } from '../report/number-text.ts';
import type { Section } from '../report/section.ts';
import { startChild } from '../support/child.ts';
import { createOffice } from '../support/office.ts';
import { type Service, startService } from '../support/service.ts';
import { compareWithAccepted } from '../support/stored-calls.ts';
import type { Context } from './context.ts';

const CALLS_A_SECOND = 40;
const BARE = 'bare: one insert, one look-up';
const KINDS = ['one process', 'web and worker', BARE] as const;
type Kind = (typeof KINDS)[number];

/** From the moment a call is posted until the API shows it. */
export async function benchVisible(context: Context): Promise<Section> {
  const seconds = context.quick ? 6 : 20;
  const failures: string[] = [];
  const measured: [Kind, Static<typeof Seen>][] = [];
  for (const kind of KINDS) measured.push([kind, await measure(context, kind, seconds, failures)]);
  const bare = measured.at(-1)?.[1].p50 ?? Number.NaN;
  const rows = measured.map(([kind, seen]) => [
    kind,
    `**${milliseconds(seen.p50)} / ${milliseconds(seen.p99)} ms**`,
    `${milliseconds(seen.most)} ms`,
    `${milliseconds(seen.acceptedP50)} / ${milliseconds(seen.acceptedP99)} ms`,
    kind === BARE ? '' : ratio(seen.p50 / bare),
    String(seen.calls),
  ]);
  return {
    title: `4. Posted to visible in the API, at ${CALLS_A_SECOND} calls/s`,
    aim: '3 / 15 ms.',
    tables: [{ head: ['', 'visible p50 / p99', 'most', 'accepted p50 / p99', 'p50 to the bare one', 'calls'], rows }],
    notes: [
      `${seconds} s of calls at an even rate, each asked for by GET /api/call-records?call_id= with an API key, from its 202 on, again after a tenth of the time since it was posted (at least 1 ms).`,
      'Bare: node:http and PostgreSQL alone, asked in the same way: what this machine gave to the least that makes a call visible.',
    ],
    failures,
  };
}

async function measure({ postgres, profileTo }: Context, kind: Kind, seconds: number, failures: string[]) {
  const database = await postgres.createDatabase('bench_visible');
  let service: Service | undefined;
  try {
    const { apiKey } = await createOffice(database);
    service = kind === BARE ? await startBare(database.url) : await startService(database.url, kind, { profileTo });
    const poster = startChild('children/visible-posts.ts', [
      service.url,
      apiKey,
      String(CALLS_A_SECOND),
      String(seconds),
    ]);
    try {
      const seen = await poster.next(Seen, seconds + 60);
      if (seen.missing > 0) failures.push(`${kind}: ${seen.missing} calls were not seen within 10 s.`);
      if (kind !== BARE) failures.push(...(await compareWithAccepted(database, seen.posted, kind)));
      return seen;
    } finally {
      await poster.stop();
    }
  } finally {
    await service?.stop();
    await database.drop();
  }
}

async function startBare(databaseUrl: string): Promise<Service> {
  const child = startChild('children/bare-visible.ts', [databaseUrl]);
  const { url } = await child.next(Type.Object({ url: Type.String() }));
  return { url, stop: () => child.stop() };
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
