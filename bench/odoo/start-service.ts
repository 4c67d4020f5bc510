import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startApp } from '../../src/app.ts';
import { openDatabase } from '../../src/db/database.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/kernel/log.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { measureInbox } from '../../src/models/inbox-depth.ts';
import { measureOdooQueue } from '../../src/models/odoo-delivery.ts';
import { describeFollowing } from '../../src/models/odoo-reader.ts';
import { answerOf } from '../../src/odoo/transport/failure.ts';
import { connectOdoo } from '../../src/services/odoo/connect-odoo.ts';
import { loadServiceKey } from '../../src/services/secrets/load-service-key.ts';
import type { BenchOdoo } from './start-odoo.ts';

/** The service of one process, on a database beside Odoo's, and what a bench does with it. */
export async function startBenchService({ address, way, postgresUrl }: BenchOdoo) {
  const url = new URL(postgresUrl);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query('create database bench_service');
  await client.end();
  url.pathname = '/bench_service';
  const settings = readSettings({
    DATABASE_URL: url.href,
    PORT: '0',
    LOG_LEVEL: 'error',
    MCUBE_RECORDING_ONLY_ALLOWED_HOSTS: 'true',
    MCUBE_SECRET_KEY: 'be0c'.repeat(16),
  });
  const app = await startApp(settings, createLog(settings, false), systemClock);
  const database = openDatabase(url.href, 2);
  const posted: string[] = [];
  const start = Math.floor(systemClock.now().getTime() / 1000);

  async function post(customer: number): Promise<string> {
    const callid = `98000000${String(posted.length).padStart(8, '0')}${start}`;
    posted.push(callid);
    const body = {
      callid,
      starttime: wallTime(-60),
      endtime: wallTime(0),
      emp_phone: '9800000001',
      clicktocalldid: '8030000001',
      callto: String(9_000_000_000 + customer),
      dialstatus: 'ANSWER',
      filename: 'https://recordings.example.com/1.wav',
      direction: 'inbound',
      disconnectedby: 'Customer',
      answeredtime: '00:00:51',
      groupname: 'Sales',
      agentname: 'Asha',
    };
    const answer = await fetch(`${app.url}/mcube/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 202) throw new Error(`The webhook answered ${answer.status}`);
    return callid;
  }

  async function drained(): Promise<number> {
    const started = performance.now();
    while ((await measureOdooQueue(database)).waiting > 0) await sleep(20);
    return (performance.now() - started) / 1000;
  }

  async function isRead(): Promise<number> {
    const started = performance.now();
    while ((await describeFollowing(database, systemClock.now())) === null) await sleep(50);
    return (performance.now() - started) / 1000;
  }

  async function countInOdoo(callIds: readonly string[]): Promise<number> {
    const named = { domain: [['x_call_id', 'in', callIds]] };
    const count = await way.transport.call({ model: 'x_mcube_call_record', method: 'search_count', named });
    return Number(answerOf(count));
  }

  async function visibleAfter(): Promise<number> {
    const started = performance.now();
    const callId = await post(posted.length % 100);
    while ((await countInOdoo([callId])) === 0) await sleep(50);
    return performance.now() - started;
  }

  return {
    /** Posts so many calls, and waits until they are processed here. */
    async postCalls(calls: number, customers: number): Promise<void> {
      for (let done = 0; done < calls; done += 50)
        await Promise.all(Array.from({ length: 50 }, (_, place) => post((done + place) % customers)));
      while ((await measureInbox(database)).waiting > 0) await sleep(20);
    },
    /** Connects with Odoo; the seconds until everything is there, and until what was there is read. */
    async connect(): Promise<{ delivered: number; read: number }> {
      const serviceKey = await loadServiceKey(settings);
      await connectOdoo({ database, serviceKey, clock: systemClock }, address);
      const [delivered, read] = await Promise.all([drained(), isRead()]);
      return { delivered, read };
    },
    /** The seconds until nothing waits any more. */
    drained,
    /** Posts a call; the milliseconds until it is seen in Odoo. */
    visibleAfter,
    /** The same for a call a second. */
    async visibleAtPace(seconds: number): Promise<number[]> {
      const under: Promise<number>[] = [];
      for (let second = 0; second < seconds; second++) {
        under.push(visibleAfter());
        await sleep(1_000);
      }
      return await Promise.all(under);
    },
    async countMissing(): Promise<number> {
      let there = 0;
      for (let from = 0; from < posted.length; from += 500) there += await countInOdoo(posted.slice(from, from + 500));
      return posted.length - there;
    },
    async close(): Promise<void> {
      await app.stop();
      await database.close();
    },
  };
}

/** As MCUBE writes it: the wall clock of India. */
function wallTime(seconds: number): string {
  const india = new Date(systemClock.now().getTime() + (330 * 60 + seconds) * 1000);
  return india.toISOString().slice(0, 19).replace('T', ' ');
}
