import pg from 'pg';
import { BadSetting } from '../../kernel/setting-parsers.ts';
import { ROLE } from './cluster.ts';

/** The name under which each process that uses the server keeps one connection. */
export const PRESENCE = 'mcube presence';

export type Presence = {
  readonly client: pg.Client;
  /** Settles when the connection is gone. */
  readonly ended: Promise<void>;
};

/**
 * Connects to a server and proves that it is the one of this cluster. The connection stays for as long as the process
 * uses the server: its end tells that the server died, and others see by it that the server is needed. Undefined when
 * the server is not ready or is another one's.
 */
export async function connectPresence(port: number, password: string, cluster: string): Promise<Presence | undefined> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, user: ROLE, password, database: 'postgres' },
    ...{ application_name: PRESENCE, connectionTimeoutMillis: 5_000, keepAlive: true },
  });
  client.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    if (rows[0]?.folder === cluster) return { client, ended };
    await client.end();
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD)
      throw new BadSetting(
        `The embedded database in ${cluster} does not accept the password in postgres-password beside it.`,
      );
  }
  return undefined;
}

const WRONG_PASSWORD = '28P01';
