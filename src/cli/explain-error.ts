import { CommanderError } from 'commander';
import { databaseFailure } from '../http/database-failure.ts';
import { RequestError } from '../kernel/errors.ts';
import { BadSetting } from '../kernel/setting-parsers.ts';
import { OdooError } from '../odoo/transport/failure.ts';
import { Refusal } from './refusal.ts';

/** How a command ends that cannot go on: 1 for what was asked, 2 for how the service is set up. */
export type Ending = { sentence: string; exitCode: 1 | 2 };

/** Undefined for what nobody expects: that is a bug, and its stack trace is wanted. */
export function explainError(error: unknown): Ending | undefined {
  if (error instanceof BadSetting) return { sentence: error.message, exitCode: 2 };
  if (error instanceof Refusal || error instanceof RequestError || error instanceof CommanderError)
    return { sentence: error.message, exitCode: 1 };
  if (error instanceof OdooError) return { sentence: error.message, exitCode: 1 };
  const failure = databaseFailure(error);
  if (failure === undefined) return undefined;
  if (failure.kind !== 'unreachable') return { sentence: failure.message, exitCode: 1 };
  return { sentence: `The database does not answer (${messageOf(error)}).`, exitCode: 1 };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
