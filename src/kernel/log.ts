import pino, { type Logger } from 'pino';
import type { Settings } from './settings.ts';

export type Log = Logger;

/** JSON lines, or readable ones in a terminal. Whoever logs a phone number masks it first (see mask-phone-number.ts). */
export function createLog(settings: Pick<Settings, 'logLevel' | 'logFormat'>, terminal: boolean): Log {
  const readable = settings.logFormat === 'pretty' || (settings.logFormat === 'auto' && terminal);
  const options = { level: settings.logLevel, base: null, redact: ['password', 'token', 'authorization', 'cookie'] };
  if (!readable) return pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime });
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' } },
  });
}
