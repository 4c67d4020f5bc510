import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSchema } from '../src/db/describe-schema.ts';
import { migrate } from '../src/db/migrate.ts';
import { startDatabase } from '../src/db/start-database.ts';
import { createLog } from '../src/kernel/log.ts';

/** Prints the schema that the migrations make on a new database; --write keeps it, --check compares it with the kept one. */
const SNAPSHOT = new URL('../migrations/schema.sql', import.meta.url);

const schema = await makeSchema();
const [, , mode] = process.argv;
if (mode === '--write') await writeFile(SNAPSHOT, schema);
else if (mode === '--check') await check();
else process.stdout.write(schema);

async function makeSchema(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mcube-schema-'));
  const log = createLog({ logLevel: 'warn', logFormat: 'auto' }, process.stderr.isTTY);
  try {
    const { database, close } = await startDatabase({ databaseUrl: null, dataDir }, log);
    try {
      await migrate(database);
      const client = await database.pool.connect();
      return await describeSchema(client).finally(() => client.release());
    } finally {
      await close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function check(): Promise<void> {
  if ((await readFile(SNAPSHOT, 'utf8').catch(() => '')) === schema) return;
  console.error(
    'migrations/schema.sql differs from what the migrations make: run "node scripts/schema-snapshot.ts --write".',
  );
  process.exitCode = 1;
}
