import { Type } from 'typebox';
import { measureInbox } from '../../src/models/inbox-depth.ts';
import { milliseconds, ratio, whole } from '../report/number-text.ts';
import type { Section } from '../report/section.ts';
import { median } from '../report/statistics.ts';
import { startChild } from '../support/child.ts';
import { generateLoad, type LoadResult } from '../support/generate-load.ts';
import type { Context } from './context.ts';

const KINDS = ['durable', 'storeless', 'bare'] as const;
type Kind = (typeof KINDS)[number];
const NAMES: Record<Kind, string> = {
  durable: 'the service, 202 after the commit',
  storeless: 'the same server, nothing stored',
  bare: 'bare node:http echo',
};
const CONNECTIONS = [16, 64, 256];
/** Seconds of full load that each server gets before anything is measured. */
const WARM_UP = 3;

/** Durable accepts a second, beside the same server that stores nothing and a server that does nothing. */
export async function benchAccept({ postgres, quick, profileTo }: Context): Promise<Section> {
  const [rounds, seconds] = quick ? [2, 1.5] : [3, 3];
  const database = await postgres.createDatabase('bench_accept');
  const servers = new Map(
    KINDS.map((kind) => [
      kind,
      startChild('children/accept-server.ts', [kind, database.url], {
        profileTo: kind === 'bare' ? undefined : profileTo,
      }),
    ]),
  );
  const runs = new Map<string, LoadResult[]>();
  const failures: string[] = [];
  let owed = 0;
  try {
    const urls = new Map<Kind, string>();
    for (const [kind, server] of servers) urls.set(kind, (await server.next(Type.Object({ url: Type.String() }))).url);
    // What is compiled later than the first measurement would favour those that come behind it.
    for (const [kind, url] of urls) {
      const { acceptedInAll } = await generateLoad({ url, connections: 64, seconds: WARM_UP });
      if (kind === 'durable') owed += acceptedInAll;
    }
    for (const connections of CONNECTIONS) {
      for (let round = 0; round < rounds; round++) {
        for (const [kind, url] of urls) {
          const result = await generateLoad({ url, connections, seconds, warmUp: 1 });
          runs.set(`${kind} ${connections}`, [...(runs.get(`${kind} ${connections}`) ?? []), result]);
          if (result.accepted !== result.requests)
            failures.push(`${kind} at ${connections}: not all were accepted: ${JSON.stringify(result.statuses)}.`);
          if (kind === 'durable') owed += result.acceptedInAll;
        }
      }
    }
    const { waiting } = await measureInbox(database);
    // A request still under way when a run ends is stored too, though nobody counts its answer.
    const unseen = 64 + rounds * CONNECTIONS.reduce((sum, connections) => sum + connections, 0);
    if (waiting < owed || waiting > owed + unseen) failures.push(`accepted ${owed}, but ${waiting} are in the inbox.`);
    return report(runs, failures, `${whole(owed)} accepted, ${whole(waiting)} in the inbox.`, rounds, seconds);
  } finally {
    for (const server of servers.values()) await server.stop();
    await database.drop();
  }
}

function report(
  runs: ReadonlyMap<string, LoadResult[]>,
  failures: string[],
  balance: string,
  rounds: number,
  seconds: number,
): Section {
  const of = (kind: Kind, connections: number, figure: (run: LoadResult) => number) =>
    median((runs.get(`${kind} ${connections}`) ?? []).map(figure));
  const perSecond = (kind: Kind, connections: number) => of(kind, connections, (run) => run.acceptedPerSecond);
  const speeds = KINDS.map((kind) => [
    NAMES[kind],
    ...CONNECTIONS.map(
      (connections) =>
        `${whole(perSecond(kind, connections))}/s, ${milliseconds(of(kind, connections, (run) => run.p50))} / ${milliseconds(of(kind, connections, (run) => run.p99))} ms`,
    ),
  ]);
  const against = (kind: Kind) => [
    `ratio to ${NAMES[kind]}`,
    ...CONNECTIONS.map(
      (connections) => `**${ratio(perSecond('durable', connections) / perSecond(kind, connections))}**`,
    ),
  ];
  return {
    title: '1. Durable accepts',
    aim: '0.70 of the server that stores nothing at 64 connections, 0.75 at 256.',
    tables: [
      {
        head: ['accepts/s, p50 / p99', ...CONNECTIONS.map((connections) => `${connections} connections`)],
        rows: [...speeds, against('storeless'), against('bare')],
      },
    ],
    notes: [
      `Medians of ${rounds} rounds of ${seconds} s, the three servers in turns, each in a process of its own as is the load generator. ${balance}`,
    ],
    failures,
  };
}
