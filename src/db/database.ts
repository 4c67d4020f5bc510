import { Kysely, PostgresDialect, type QueryExecutorProvider, type Transaction } from 'kysely';
import pg from 'pg';
import { GatheringSocket } from './gathering-socket.ts';
import { createPipelinedTransactions, PLANS_FOR_FEW, type RunTransaction } from './pipelined-transaction.ts';
import { createPrepared } from './prepared-statements.ts';
import type { Tables } from './tables.ts';

/** The pool for everything that speaks Kysely, and a way to open a connection of one's own. */
export type Database = {
  readonly kysely: Kysely<Tables>;
  readonly pool: pg.Pool;
  /** For reads that are much asked for, on the same pool: see prepared-statements.ts. */
  readonly prepared: QueryExecutorProvider;
  /** A transaction for the hot path: see pipelined-transaction.ts. */
  readonly pipelined: RunTransaction;
  /** Tells whoever watches how long a statement took that went past Kysely. */
  observe(statement: string, seconds: number): void;
  /** A connection outside the pool, for a lane that must never wait for others, or for LISTEN. The caller ends it. */
  connect(applicationName: string): Promise<pg.Client>;
  close(): Promise<void>;
};

/** Told of every statement of the pool, the hot path and the lane that accepts. */
export type QueryObserver = (query: { statement: string; seconds: number }) => void;

/** Whoever writes takes a transaction, so that a fact and what follows from it are committed together. */
export type Tx = Transaction<Tables>;

/** Opens a pool on a PostgreSQL server. Bigints arrive as numbers: every id and count here stays below 2^53. */
export function openDatabase(databaseUrl: string, poolSize = 10, onQuery?: QueryObserver): Database {
  const options = {
    connectionString: databaseUrl,
    // A host that drops packets would else keep a request waiting for the operating system's minutes.
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
    // The planner's default of 4 for a random page assumes a spinning disk; with it a rare status walks the whole table.
    // A commit is on disk when it is answered, also where the server, or the role, would have it otherwise.
    options: '-c random_page_cost=1.1 -c timezone=UTC -c synchronous_commit=on',
  };
  const pool = new pg.Pool({ ...options, max: poolSize, application_name: 'mcube' });
  const hotPool = new pg.Pool({
    ...options,
    max: HOT_POOL_SIZE,
    application_name: 'mcube worker',
    pipeline: true,
    stream: () => new GatheringSocket(),
    options: `${options.options} ${PLANS_FOR_FEW}`,
  });
  for (const each of [pool, hotPool]) {
    // A pooled connection that dies while idle is replaced at the next use; without a listener it would end the process.
    each.on('error', () => undefined);
    each.on('connect', (client) => client.on('error', () => undefined));
  }
  const observe = (text: string, seconds: number) => onQuery?.({ statement: firstWord(text), seconds });
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query, queryDurationMillis }) => observe(query.sql, queryDurationMillis / 1000),
  });
  return {
    kysely,
    pool,
    prepared: createPrepared(pool, observe),
    pipelined: createPipelinedTransactions(hotPool, observe),
    observe,
    async close() {
      await kysely.destroy();
      // Kysely ends the pool only when it has used it; a second end would fail.
      if (!pool.ending) await pool.end();
      await hotPool.end();
    },
    async connect(applicationName) {
      const client = new pg.Client({ ...options, application_name: applicationName });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
  };
}

/** Two loops work the inbox, and one of them may be trying events one by one. */
const HOT_POOL_SIZE = 4;

const BIGINT = pg.types.builtins.INT8;

/** bigint[], which pg has no name for. Left to itself it makes texts of the numbers, and no id is found among those. */
const BIGINTS = 1016;

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === BIGINT) return Number;
  return oid === BIGINTS ? readBigints : pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format);
};

/** An array as PostgreSQL writes it: {1,2}. */
function readBigints(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);
}

function firstWord(statement: string): string {
  return /[a-z]+/i.exec(statement)?.[0].toLowerCase() ?? 'other';
}
