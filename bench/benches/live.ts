import { Type } from 'typebox';
import { milliseconds } from '../report/number-text.ts';
import type { Section } from '../report/section.ts';
import { startChild } from '../support/child.ts';
import { createOffice } from '../support/office.ts';
import { type Service, startService } from '../support/service.ts';
import type { Context } from './context.ts';

const CLIENTS = 50;
const CALLS_A_SECOND = 50;

/** Whether the live stream and the dashboard hold while everybody looks and everybody calls. */
export async function benchLive({ postgres, quick, profileTo }: Context): Promise<Section> {
  const seconds = quick ? 6 : 20;
  const database = await postgres.createDatabase('bench_live');
  let service: Service | undefined;
  try {
    const { apiKey } = await createOffice(database);
    service = await startService(database.url, 'one process', { profileTo });
    const child = startChild('children/live-clients.ts', [
      service.url,
      apiKey,
      ...[CLIENTS, CALLS_A_SECOND, seconds].map(String),
    ]);
    try {
      const seen = await child.next(Seen, seconds + 60);
      const pair = (p50: number, p99: number) => `**${milliseconds(p50)} / ${milliseconds(p99)} ms**`;
      const lost = seen.posted - seen.recorded;
      return {
        title: `6. Live: ${CLIENTS} signed-in clients, ${CALLS_A_SECOND} calls/s`,
        aim: 'holds: every client hears of every call, and answers stay quick.',
        tables: [
          {
            head: ['', 'p50 / p99', 'how many'],
            rows: [
              ['posted to heard by a client', pair(seen.heardP50, seen.heardP99), String(seen.recorded * CLIENTS)],
              ['list and counter loaded anew', pair(seen.listP50, seen.listP99), String(seen.lists)],
              ['dashboard loaded anew', pair(seen.dashboardP50, seen.dashboardP99), String(seen.dashboards)],
            ],
          },
        ],
        notes: [
          `${seconds} s. Each client follows /api/events and loads anew what it looks at, once a second at most, as the web application does: four of five a list of calls and the counter of missed ones, the fifth the dashboard of 30 days. Clients and poster are one process beside the service.`,
        ],
        failures: [
          ...(lost === 0 ? [] : [`${lost} calls were not recorded within 10 s.`]),
          ...(seen.missed === 0 ? [] : [`${seen.missed} times a client did not hear of a call.`]),
        ],
      };
    } finally {
      await child.stop();
    }
  } finally {
    await service?.stop();
    await database.drop();
  }
}

const Seen = Type.Object({
  posted: Type.Number(),
  recorded: Type.Number(),
  missed: Type.Number(),
  heardP50: Type.Number(),
  heardP99: Type.Number(),
  listP50: Type.Number(),
  listP99: Type.Number(),
  lists: Type.Number(),
  dashboardP50: Type.Number(),
  dashboardP99: Type.Number(),
  dashboards: Type.Number(),
});
