import { Command } from 'commander';
import { apiKeyCommand } from './api-key.ts';
import { doctorCommand } from './doctor.ts';
import type { Environment } from './environment.ts';
import { eventsCommand } from './events.ts';
import { explainError } from './explain-error.ts';
import { migrateCommand } from './migrate.ts';
import { describeOwnService } from './own-service.ts';
import { serveCommand } from './serve.ts';
import { simulateCommand } from './simulate.ts';
import { userCommand } from './user.ts';

/** Runs one command. What is expected to go wrong ends in a sentence, and only what nobody expected in a stack trace. */
export async function runCommand(argv: readonly string[], environment: Environment): Promise<void> {
  const program = new Command('mcube')
    .description('Connects MCUBE with a CRM: every call a call record on the right lead.')
    .addCommand(serveCommand(environment))
    .addCommand(migrateCommand(environment))
    .addCommand(userCommand(environment))
    .addCommand(apiKeyCommand(environment))
    .addCommand(eventsCommand(environment))
    .addCommand(doctorCommand(environment))
    .addCommand(simulateCommand(() => describeOwnService(environment)));
  try {
    await program.parseAsync(argv);
  } catch (error) {
    const ending = explainError(error);
    if (ending === undefined) throw error;
    process.stderr.write(`${ending.sentence}\n`);
    process.exitCode = ending.exitCode;
  }
}
