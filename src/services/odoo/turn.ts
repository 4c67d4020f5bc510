import type pg from 'pg';
import type { Database } from '../../db/database.ts';

/** That one process at a time does something. Whoever dies loses it at once, with the connection that holds it. */
export type Turn = {
  /** Whether it is ours now. */
  take(): Promise<boolean>;
  release(): Promise<void>;
};

export function createTurn(database: Database, name: string): Turn {
  let client: pg.Client | undefined;
  let ours = false;

  async function release(): Promise<void> {
    const left = client;
    client = undefined;
    ours = false;
    await left?.end().catch(() => undefined);
  }

  return {
    async take() {
      try {
        if (client === undefined) {
          client = await database.connect(`mcube ${name}`);
          // Unless the server asks, it takes a machine that vanished for a silent one for two hours.
          await client.query(
            'set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
          );
        }
        // A connection that was lost has lost the lock: asking tells.
        if (ours) await client.query('select');
        else {
          const { rows } = await client.query<{ ours: boolean }>(
            'select pg_try_advisory_lock(hashtextextended($1, 0)) as ours',
            [name],
          );
          ours = rows[0]?.ours === true;
        }
        return ours;
      } catch (error) {
        await release();
        throw error;
      }
    },
    release,
  };
}
