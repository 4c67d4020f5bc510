import { sql } from 'kysely';
import { type TestService, until } from './service.ts';

/** Has a schedule's job done now, by the service itself, as the clock would. */
export async function runJob({ database: { kysely } }: Pick<TestService, 'database'>, name: string): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, job_key => 'now')`.execute(kysely);
  await until(`${name} ran`, async () => {
    const { rows } = await sql<{ last_error: string | null }>`
      select last_error from graphile_worker.jobs where key = 'now'`.execute(kysely);
    const [job] = rows;
    if (job?.last_error != null) throw new Error(job.last_error);
    return job === undefined;
  });
}
