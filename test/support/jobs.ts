import { sql } from 'kysely';
import { type TestService, until } from './service.ts';

/** Has a schedule's job done now, by the service itself, as the clock would. */
export async function runJob({ database: { kysely } }: TestService, name: string): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, job_key => 'now')`.execute(kysely);
  await until(`${name} ran`, async () => {
    const { rows } = await sql`select from graphile_worker.jobs where key = 'now'`.execute(kysely);
    return rows.length === 0;
  });
}
