import pino, { type Logger } from 'pino';
import type { Settings } from './settings.ts';

export type Log = Logger;

/** JSON lines, or readable ones in a terminal. Whoever logs a phone number masks it first (see mask-phone-number.ts). */
export function createLog(settings: Pick<Settings, 'logLevel' | 'logFormat'>, terminal: boolean): Log {
  const readable = settings.logFormat === 'pretty' || (settings.logFormat === 'auto' && terminal);
  const redact = ['password', 'token', 'authorization', 'cookie'];
  const options = { level: settings.logLevel, base: null, redact, serializers: { err: writeError } };
  if (!readable) return pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime });
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' } },
  });
}

/** PostgreSQL quotes whole rows in what it adds to a message: numbers of people, whose masking is nobody's job there. */
function writeError(error: Error): object {
  const { detail, where, internalQuery, parameters, hint, ...told } = Object(pino.stdSerializers.err(error));
  return told;
}
