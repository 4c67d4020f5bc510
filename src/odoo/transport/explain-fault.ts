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
  message: "The disk of Odoo's server, or of its database, is full.",
  fix: 'Make room there; what waits goes on by itself then.',
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
    message: 'Odoo does not accept the login or the API key.',
    fix: 'Check the login, and make a new API key in Odoo under Preferences → Account Security (on 19 Security): keys can expire.',
  }),
  forbidden: (call, said) => ({
    message: `Odoo refuses ${call}: ${firstLine(said)}`,
    fix: 'Give the user of the API key the access rights that README.md names under "Connect your Odoo".',
  }),
  unknown: (call, said) => ({
    message: `Odoo does not know what ${call} asks for: ${firstLine(said)}`,
    fix: 'Check the name of the database, and that CRM and our module are installed there ("mcube odoo install").',
  }),
  missing: (call, said) => ({
    message: `The record of ${call} is no longer there: ${firstLine(said)}`,
    fix: 'Somebody deleted it in Odoo; read it again.',
  }),
  conflict: (call) => ({
    message: `Somebody else changed the same record during ${call}.`,
    fix: 'Nothing needs to be done: the same call is repeated.',
  }),
  duplicate: (call, said) => ({
    message: `A record with this key is there already (${call}): ${firstLine(said)}`,
    fix: 'Nothing needs to be done: the record that is there is used.',
  }),
  validation: (call, said) => ({
    message: `Odoo does not accept the values of ${call}: ${firstLine(said)}`,
    fix: 'Correct what the sentence names; rules of other modules in Odoo may ask for more than ours.',
  }),
  busy: (call) => ({
    message: `Odoo is too busy for ${call}.`,
    fix: 'Nothing needs to be done: the same call is repeated later.',
  }),
  unreachable: () => ({
    message: 'Odoo does not answer.',
    fix: 'Check the address, and that Odoo runs and can be reached from this machine.',
  }),
  server_error: (call, said) => ({
    message: `Odoo failed at ${call}: ${firstLine(said)}`,
    fix: "Look into Odoo's own log; the same call is repeated later.",
  }),
};

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
