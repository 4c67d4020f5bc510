import { config } from 'dotenv';
import { runCommand } from './cli/program.ts';

// Variables of the environment win over those of .env.
config({ quiet: true });
// A reader that has seen enough, as in "events list | head", is no error.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});
await runCommand(process.argv, process.env);
