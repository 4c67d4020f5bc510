import { type CompiledQuery, DefaultQueryExecutor, PostgresDialect, type QueryResult, Transaction } from 'kysely';
import type pg from 'pg';
import { namedStatement, refuseToStream } from './prepared-statements.ts';
import type { Tables } from './tables.ts';

/**
 * Commits what `run` did, or nothing of it. What `run` does in `last` goes to the server with the commit, in its order, and
 * is answered at once with no rows: for statements whose answer nobody needs.
 */
export type RunTransaction = <Result>(
  run: (tx: Transaction<Tables>, last: Transaction<Tables>) => Promise<Result>,
) => Promise<Result>;

/**
 * Transactions for the hot path. Statements that are begun together (Promise.all) travel together, where Kysely's own
 * transaction sends each after the answer to the one before; BEGIN travels with the first of them. Statements are prepared
 * once for each connection. For a batch of one call the way there and back costs more than the work. Only for
 * statements whose text does not vary without end, and for transactions that begin by reading.
 */
export function createPipelinedTransactions(
  pool: pg.Pool,
  onStatement: (statement: string, seconds: number) => void,
): RunTransaction {
  const dialect = new PostgresDialect({ pool });
  const parts = { config: { dialect }, dialect, driver: dialect.createDriver() };
  const compiler = dialect.createQueryCompiler();
  const adapter = dialect.createAdapter();

  function transactionOf(execute: <Row>(query: CompiledQuery) => Promise<QueryResult<Row>>): Transaction<Tables> {
    const connection = { executeQuery: execute, streamQuery: refuseToStream };
    const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) });
    return new Transaction<Tables>({ ...parts, executor });
  }

  const plans = new WeakMap<pg.PoolClient, { madeAt: number; lastMs: number }>();

  function beginOn(client: pg.PoolClient): string {
    const now = performance.now();
    const { madeAt, lastMs } = plans.get(client) ?? { madeAt: now, lastMs: FIRST_PLANS_LAST_MS };
    const old = now - madeAt > lastMs;
    plans.set(client, old ? { madeAt: now, lastMs: Math.min(lastMs * 2, PLANS_LAST_MS) } : { madeAt, lastMs });
    return old ? 'discard plans; begin' : 'begin';
  }

  return async (run) => {
    const client = await pool.connect();
    const finals: CompiledQuery[] = [];
    let begun: Promise<unknown> | undefined;

    /** An answer counts only if the transaction was begun: its answer comes first. */
    async function send(query: pg.QueryConfig | string): Promise<pg.QueryResult> {
      begun ??= client.query(beginOn(client));
      const [, answer] = await Promise.all([begun, client.query(query)]);
      return answer;
    }

    async function execute<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const started = performance.now();
      const { rows, rowCount } = await send(namedStatement(query));
      onStatement(query.sql, (performance.now() - started) / 1000);
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    }

    async function keepForLast<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      finals.push(query);
      return { rows: [] };
    }

    try {
      const result = await run(transactionOf(execute), transactionOf(keepForLast));
      const [, { command }] = await Promise.all([Promise.all(finals.map((query) => execute(query))), send('commit')]);
      // PostgreSQL answers the commit of a transaction in which a statement failed with a rollback.
      if (command === 'ROLLBACK') throw new Error('a statement of the transaction had failed');
      client.release();
      return result;
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  };
}

/**
 * Plans for single rows, made once and then used for a while whatever the arrays hold; by an index, since a table may have
 * been empty when they were made. Without bitmaps: one that is made for each of thousands of look-ups costs more than the look-up.
 */
export const PLANS_FOR_FEW = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off';

/**
 * A plan made for empty tables can be a bad one for full ones, so that the first are used no longer than this, and later
 * ones twice as long as those before: all statements planned anew take one batch as long as ten others. What grows at
 * an even pace has only doubled by then, and PostgreSQL itself drops a plan when it has counted a table anew.
 */
const FIRST_PLANS_LAST_MS = 5_000;
const PLANS_LAST_MS = 300_000;
