import { say } from '../../kernel/sentences.ts';
import type { FailureKind, OdooFailure } from './failure.ts';

/** An error as Odoo reports it: the name of its exception and its message, the same over both transports. */
export type OdooFault = { name: string; message: string };

/** The kind of an exception of Odoo's, and what a person should do about it. */
export function explainFault({ name, message }: OdooFault, call: string): OdooFailure {
  const said = message.trim() === '' ? name : message.trim();
  if (DISK_FULL.test(`${name}: ${said}`))
    return { kind: 'busy', ...NO_ROOM, detail: shorten(`${name}: ${said}`), retryAfter: undefined };
  const kind = kindOf(name, said);
  return { kind, ...WORDS[kind](call, said), detail: shorten(`${name}: ${said}`), retryAfter: undefined };
}

/** PostgreSQL's error, and Python's. */
const DISK_FULL = /DiskFull|No space left on device/;

const NO_ROOM = {
  message: say('disk_full'),
  fix: say('make_room'),
};

/** Some of Odoo's messages are whole traces, whose ends tell most. */
function shorten(text: string): string {
  return text.length > MOST_DETAIL ? `${text.slice(0, MOST_DETAIL / 4)} … ${text.slice(-MOST_DETAIL)}` : text;
}

const MOST_DETAIL = 2_000;

function kindOf(name: string, message: string): FailureKind {
  if (/could not serialize access|deadlock detected|could not obtain lock/i.test(message)) return 'conflict';
  if (/SerializationFailure|DeadlockDetected|LockNotAvailable|ConcurrencyError/.test(name)) return 'conflict';
  // A unique index speaks through the exception of the database or, on newer servers, through a ValidationError.
  if (/UniqueViolation/.test(name) || /duplicate key|already exists|must be unique/i.test(message)) return 'duplicate';
  if (/AccessDenied|SessionExpired/.test(name) || /^Access Denied$/i.test(message)) return 'unauthorised';
  if (/AccessError/.test(name)) return 'forbidden';
  if (/MissingError/.test(name)) return 'missing';
  if (/database "[^"]*" does not exist/.test(message)) return 'unknown';
  if (/NotFound$/.test(name) || /Invalid field|Unknown field|doesn't exist|does not exist/i.test(message))
    return 'unknown';
  // Odoo 14 looks a model up in a dictionary, and the dictionary's error is all it says.
  if (/^(builtins\.)?KeyError$/.test(name)) return 'unknown';
  if (/PoolError|OperationalError|InterfaceError|AdminShutdown|TooManyConnections/.test(name)) return 'busy';
  if (/UserError|ValidationError|RedirectWarning|ValueError|TypeError|NotNullViolation|CheckViolation/.test(name))
    return 'validation';
  return 'server_error';
}

type Words = (call: string, said: string) => { message: string; fix: string };

const WORDS: Readonly<Record<FailureKind, Words>> = {
  unauthorised: () => ({
    message: say('login_refused'),
    fix: say('login_refused_fix'),
  }),
  forbidden: (call, said) => ({
    message: say('odoo_refuses', { call, said: firstLine(said) }),
    fix: say('odoo_refuses_fix'),
  }),
  unknown: (call, said) => ({
    message: say('odoo_knows_not', { call, said: firstLine(said) }),
    fix: say('odoo_knows_not_fix'),
  }),
  missing: (call, said) => ({
    message: say('record_gone', { call, said: firstLine(said) }),
    fix: say('record_gone_fix'),
  }),
  conflict: (call) => ({
    message: say('changed_meanwhile', { call }),
    fix: say('repeated'),
  }),
  duplicate: (call, said) => ({
    message: say('record_is_there', { call, said: firstLine(said) }),
    fix: say('record_is_used'),
  }),
  validation: (call, said) => ({
    message: say('values_refused', { call, said: firstLine(said) }),
    fix: say('values_refused_fix'),
  }),
  busy: (call) => ({
    message: say('odoo_busy', { call }),
    fix: say('repeated_later'),
  }),
  unreachable: () => ({
    message: say('odoo_silent'),
    fix: say('odoo_silent_fix'),
  }),
  server_error: (call, said) => ({
    message: say('odoo_failed', { call, said: firstLine(said) }),
    fix: say('odoo_failed_fix'),
  }),
};

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
