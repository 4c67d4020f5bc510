import { startEmbeddedPostgres } from '/work/main/src/db/embedded-postgres.ts';
import { openDatabase } from '/work/main/src/db/database.ts';
import { migrate } from '/work/main/src/db/migrate.ts';
import { createLog } from '/work/main/src/kernel/log.ts';
import { readSettings } from '/work/main/src/kernel/settings.ts';
import { createInboxWorker } from '/work/main/src/services/work-inbox.ts';
import { sql } from 'kysely';
const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
const server = await startEmbeddedPostgres({ dataDir: '/tmp/procdata', log });
const db = openDatabase(server.databaseUrl);
await migrate(db);
await sql`truncate webhook_journal, webhook_event, mcube_call_record, crm_lead, phone_number, call_rollup_hour, call_rollup_day, live_change restart identity cascade`.execute(db.kysely);
await sql`insert into res_users (login,name,mcube_virtual_number,virtual_number_sanitized) select 'a'||i,'A'||i,'80300000'||(10+i),'+9180300000'||(10+i) from generate_series(0,9) i on conflict do nothing`.execute(db.kysely);
const settings = readSettings({});
const N = Number(process.argv[2] ?? 100000), per = 50;
let n = 0; const t0=1764000000;
for (let r = 0; r < N / per; r++) {
  const lines = [];
  for (let i = 0; i < per; i++, n++) {
    const cust = 9000000000 + (n * 7919) % 10000, ag = 9800000000 + n % 50, start = t0 + Math.floor(n/20);
    const f=(s:number)=>new Date((s+19800)*1000).toISOString().slice(0,19).replace('T',' ');
    lines.push(JSON.stringify({ starttime: f(start), callid: `${ag}${start}${n%20}`, emp_phone: String(ag), clicktocalldid: String(8030000010 + n % 10), callto: String(cust), dialstatus: n % 3 ? 'ANSWER' : 'BUSY', filename: `https://recordings.example.com/2026/09/6011/${n}.wav`, direction: 'inbound', endtime: f(start+31), disconnectedby: 'Customer', answeredtime: '00:00:24', groupname: 'Integration', agentname: 'Asha' }));
  }
  await db.pool.query('insert into webhook_journal (received_at,event_count,events) values (now(),$1,$2)', [per, lines.join('\n')]);
}
await sql`analyze`.execute(db.kysely);
const workers = Number(process.argv[3] ?? 1);
const clock = { now: () => new Date() };
let batches = 0, secs = 0;
const run = async () => { const w = createInboxWorker(db, settings, clock, log, { processed: (b) => { batches++; secs += b.seconds; }, failed() {} }); while (await w.work()); };
const s = performance.now();
const cpu0 = process.cpuUsage();
await Promise.all(Array.from({ length: workers }, run));
const t = (performance.now() - s) / 1000; const cpu = process.cpuUsage(cpu0);
const c = await sql<{c:number,l:number}>`select (select count(*) from mcube_call_record) c, (select count(*) from crm_lead) l`.execute(db.kysely);
console.log({ perSecond: Math.round(N / t), batches, t, avgMs: secs/batches*1000, nodeCpu: (cpu.user+cpu.system)/1e6, ...c.rows[0], failed: (await sql`select state,reason,count(*) from webhook_event group by 1,2`.execute(db.kysely)).rows });
await db.close(); await server.stop();
