import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { config } from 'dotenv';

// Variables of the environment win over those of .env.
config({ quiet: true });
// A reader that has seen enough, as in "events list | head", is no error.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});
// A command starts in half the time when what was compiled once is kept; beside the code, where only its owner writes.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
const { runCommand } = await import('./cli/program.ts');
await runCommand(process.argv, process.env);
