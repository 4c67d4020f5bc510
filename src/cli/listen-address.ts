import { createServer } from 'node:net';
import { BadSetting } from '../kernel/setting-parsers.ts';
import type { Settings } from '../kernel/settings.ts';

type Address = Pick<Settings, 'host' | 'port'>;

/**
 * Tries the address before anything else is done: a first start that fails only when it listens would have made the
 * administrator, and taken the password that it shows once to the grave.
 */
export async function refuseUnusableAddress(address: Address): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen(address.port, address.host, resolve);
    });
  } catch (error) {
    throw explainListenError(error, address);
  }
  await new Promise((resolve) => probe.close(resolve));
}

/** A sentence in place of an error about an address; anything else stays as it is. */
export function explainListenError(error: unknown, { host, port }: Address): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error;
  if (error.syscall !== 'listen' && error.syscall !== 'bind' && error.syscall !== 'getaddrinfo') return error;
  if (error.code === 'EADDRINUSE')
    return new BadSetting(
      `Port ${port} of ${host} is in use: stop the program that uses it, or set PORT to another one (0 picks a free one).`,
    );
  if (error.code === 'EACCES')
    return new BadSetting(
      `Port ${port} is not for every user: set PORT to one above 1023, and let a reverse proxy listen on ${port}.`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return new BadSetting(
      `HOST=${host} is no address of this machine: set it to 127.0.0.1 (this machine only), 0.0.0.0 (all addresses) or one that it has.`,
    );
  return error;
}
