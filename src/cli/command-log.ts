import pino from 'pino';
import pretty from 'pino-pretty';
import type { Log } from '../kernel/log.ts';
import type { Settings } from '../kernel/settings.ts';

/**
 * The log of a command that does one thing and ends: on stderr, so that stdout holds the answer alone, and written at once,
 * so that nothing is left to flush. What the service tells about its daily life (info) is no news here.
 */
export function commandLog({ logLevel }: Pick<Settings, 'logLevel'>): Log {
  const options = { level: logLevel === 'info' ? 'warn' : logLevel, base: null };
  return pino(options, pretty({ destination: 2, sync: true, translateTime: 'SYS:HH:MM:ss' }));
}
