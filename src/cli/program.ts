import { Command } from 'commander';
import type { Environment } from './environment.ts';
import { explainError } from './explain-error.ts';

/** The commands, in the order of the help. A command that is not asked for is not loaded: loading all takes a second. */
const COMMANDS: Readonly<Record<string, (environment: Environment) => Promise<Command>>> = {
  serve: async (environment) => (await import('./serve.ts')).serveCommand(environment),
  migrate: async (environment) => (await import('./migrate.ts')).migrateCommand(environment),
  user: async (environment) => (await import('./user.ts')).userCommand(environment),
  'api-key': async (environment) => (await import('./api-key.ts')).apiKeyCommand(environment),
  'virtual-number': async (environment) => (await import('./virtual-number.ts')).virtualNumberCommand(environment),
  events: async (environment) => (await import('./events.ts')).eventsCommand(environment),
  doctor: async (environment) => (await import('./doctor.ts')).doctorCommand(environment),
  odoo: async (environment) => (await import('./odoo.ts')).odooCommand(environment),
  simulate: async (environment) => (await import('./simulate.ts')).simulateCommand(environment),
};

/** Runs one command. What is expected to go wrong ends in a sentence, and only what nobody expected in a stack trace. */
export async function runCommand(argv: readonly string[], environment: Environment): Promise<void> {
  const program = new Command('mcube')
    .description('Connects MCUBE with a CRM: every call a call record on the right lead.')
    // What follows a command's name is meant for that command: "simulate" and "simulate call" both have an --url.
    .enablePositionalOptions();
  const named = COMMANDS[argv[2] ?? ''];
  for (const load of named === undefined ? Object.values(COMMANDS) : [named])
    program.addCommand(await load(environment));
  try {
    await program.parseAsync(argv);
  } catch (error) {
    const ending = explainError(error);
    if (ending === undefined) throw error;
    process.stderr.write(`${ending.sentence}\n`);
    process.exitCode = ending.exitCode;
  }
}
