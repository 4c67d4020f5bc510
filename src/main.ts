import { Command, CommanderError } from 'commander';
import { config } from 'dotenv';
import { serveCommand } from './cli/serve.ts';
import { BadSetting } from './kernel/setting-parsers.ts';

// Variables of the environment win over those of .env.
config({ quiet: true });
const environment = process.env;

const program = new Command('mcube')
  .description('Connects MCUBE with a CRM: every call a call record on the right lead.')
  .addCommand(serveCommand(environment), { isDefault: true });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof BadSetting) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else throw error;
}
