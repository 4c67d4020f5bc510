import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { findMigrations } from '../find-migrations.ts';
import { type Finding, failure, MCUBE, ok, warning } from './finding.ts';

/** The server, the schema in it, and its clock. */
export async function checkDatabase(database: Database, clock: Clock, timeZone: string): Promise<Finding[]> {
  // The first query opens a connection, which takes its time and is no part of the answer.
  await sql`select`.execute(database.kysely);
  const asked = clock.now().getTime();
  const { rows } = await sql<ServerFacts>`
    select current_setting('server_version') as version, clock_timestamp() as now,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
      pg_size_pretty(pg_database_size(current_database())) as size`.execute(database.kysely);
  const answered = clock.now().getTime();
  const [facts] = rows;
  if (facts === undefined) throw new Error('a select of constants gave no row');
  return [
    ok('database', `PostgreSQL ${facts.version} holds ${facts.size} and answered in ${answered - asked} ms.`),
    checkDurability(facts),
    await checkSchema(database),
    checkSkew(facts.now.getTime() - (asked + answered) / 2),
    await checkZone(database, timeZone),
  ];
}

type ServerFacts = {
  version: string;
  now: Date;
  fsync: string;
  commits: string;
  size: string;
};

function checkDurability({ fsync, commits }: ServerFacts): Finding {
  if (fsync === 'on' && commits !== 'off') return ok('durability', 'What is committed is on disk.');
  const [name, value] = fsync === 'on' ? ['synchronous_commit', commits] : ['fsync', fsync];
  return failure(
    'durability',
    `The server runs with ${name}=${value}: a power cut loses calls that were accepted.`,
    `Set ${name} to on in the settings of the PostgreSQL server.`,
  );
}

async function checkSchema(database: Database): Promise<Finding> {
  const { applied, missing, unknown } = await findMigrations(database);
  if (unknown.length > 0)
    return failure('migrations', `A newer version of the service made ${unknown.join(', ')}.`, 'Install that version.');
  if (missing.length > 0) return failure('migrations', `${missing.join(', ')} not applied.`, `Run: ${MCUBE} migrate`);
  return ok('migrations', `All ${applied.length} are applied.`);
}

/** Times of events are taken from this machine, times of rows from the server's. */
function checkSkew(milliseconds: number): Finding {
  const seconds = Math.abs(milliseconds) / 1000;
  if (seconds < 2) return ok('clock', 'This machine and the database agree on the time.');
  const says = `This machine's clock is ${seconds.toFixed(0)} s ${milliseconds > 0 ? 'behind' : 'ahead of'} the database's.`;
  const fix = 'Let both machines take the time from the network (systemd-timesyncd, chrony).';
  return seconds < 60 ? warning('clock', says, fix) : failure('clock', says, fix);
}

async function checkZone({ kysely }: Database, timeZone: string): Promise<Finding> {
  const { rows } = await sql`
    select from pg_timezone_names where lower(name) = lower(${timeZone})`.execute(kysely);
  if (rows.length > 0) return ok('time zone', `Days are counted in ${timeZone}.`);
  return failure(
    'time zone',
    `The database does not know MCUBE_TIME_ZONE=${timeZone}.`,
    'Set it to a name of the tz database, such as Asia/Kolkata, or install tzdata on the server.',
  );
}
