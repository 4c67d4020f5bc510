import { databaseFailure } from '../http/database-failure.ts';
import { RequestError } from '../kernel/errors.ts';
import { BadSetting } from '../kernel/setting-parsers.ts';
import { Refusal } from './refusal.ts';

/** How a command ends that cannot go on: 1 for what was asked, 2 for how the service is set up. */
export type Ending = { sentence: string; exitCode: 1 | 2 };

/** Undefined for what nobody expects: that is a bug, and its stack trace is wanted. */
export function explainError(error: unknown): Ending | undefined {
  if (error instanceof BadSetting) return { sentence: error.message, exitCode: 2 };
  if (error instanceof Refusal || error instanceof RequestError) return { sentence: error.message, exitCode: 1 };
  const address = explainListenError(error);
  if (address !== undefined) return { sentence: address, exitCode: 2 };
  const failure = databaseFailure(error);
  if (failure === undefined) return undefined;
  if (failure.kind !== 'unreachable') return { sentence: failure.message, exitCode: 1 };
  return { sentence: `The database does not answer (${messageOf(error)}).`, exitCode: 1 };
}

/** The sentence for an address that cannot be listened on. */
function explainListenError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') return undefined;
  const host = 'address' in error ? error.address : 'hostname' in error ? error.hostname : '';
  const port = 'port' in error ? error.port : '';
  if (error.code === 'EADDRINUSE')
    return `Port ${port} of ${host} is in use: stop the program that uses it, or set PORT to another one (0 picks a free one).`;
  if (error.code === 'EACCES')
    return `Port ${port} may only be used by root: set PORT to one above 1023, and let a reverse proxy listen on ${port}.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return `HOST=${host} is no address of this machine: set HOST to 127.0.0.1, 0.0.0.0 or an address it has.`;
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
