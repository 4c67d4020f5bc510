import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { readMigrations } from '../db/migrate.ts';

/** How the schema stands to this version of the service. */
export type MigrationState = {
  applied: string[];
  missing: string[];
  /** Applied by a newer version of the service. */
  unknown: string[];
};

export async function findMigrations({ kysely }: Pick<Database, 'kysely'>): Promise<MigrationState> {
  const known = (await readMigrations()).map(({ name }) => name);
  const table = await sql<{ there: boolean }>`select to_regclass('schema_migration') is not null as there`.execute(
    kysely,
  );
  const { rows } = table.rows[0]?.there
    ? await sql<{ name: string }>`select name from schema_migration order by name`.execute(kysely)
    : { rows: [] };
  const applied = rows.map(({ name }) => name);
  return {
    applied,
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}
