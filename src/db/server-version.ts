import type pg from 'pg';
import { BadSetting } from '../kernel/setting-parsers.ts';

/** Refuses a server older than the service is written and tested for. */
export async function refuseOldServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  );
  const [version] = rows;
  if (version !== undefined && Number(version.number) >= OLDEST) return;
  throw new BadSetting(
    `DATABASE_URL names a PostgreSQL server of version ${version?.name}: version 15 or newer is needed; leave DATABASE_URL empty to use the embedded one.`,
  );
}

const OLDEST = 150_000;
