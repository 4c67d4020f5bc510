import {
  BadSetting,
  choice,
  country,
  flag,
  hosts,
  integer,
  list,
  optionalKey,
  optionalPort,
  optionalText,
  type Parser,
  text,
  timeZone,
  tokens,
} from './setting-parsers.ts';
import { dates, workingHours } from './working-hours.ts';

/** Every setting of the service: its environment variable, how it is read, its default, and one sentence that says what it does. */
export const SETTINGS = {
  host: setting('HOST', text, '127.0.0.1', 'Address to listen on; anything but loopback needs a webhook token.'),
  port: setting('PORT', integer(0, 65_535), '8080', 'Port to listen on; 0 picks a free one and prints it.'),
  publicUrl: setting(
    'MCUBE_PUBLIC_URL',
    optionalText,
    '',
    'Address under which MCUBE and people reach the service, such as https://calls.example.com; empty: the address it listens on.',
  ),
  dataDir: setting('MCUBE_DATA_DIR', text, './data', 'Folder of the embedded PostgreSQL and of stored files.'),
  secretKey: setting(
    'MCUBE_SECRET_KEY',
    optionalKey,
    '',
    'Key of 64 hexadecimal digits that signs share links and seals secrets in the database; empty: the file secret.key of the data folder, which the first start makes.',
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    optionalText,
    '',
    'PostgreSQL server (15 or newer) to use, as postgres://user:password@host:port/name; empty: the embedded one.',
  ),
  roles: setting('MCUBE_ROLES', list('web', 'worker'), 'web,worker', 'What this process does: web, worker or both.'),
  workerPort: setting(
    'MCUBE_WORKER_PORT',
    optionalPort,
    '',
    'Port on which a process that only works answers /livez, /readyz and /metrics; empty: on none.',
  ),
  webhookToken: setting(
    'MCUBE_WEBHOOK_TOKEN',
    tokens,
    '',
    'Secret that MCUBE sends with every event; two, separated by a comma, are both accepted while one replaces the other.',
  ),
  webhookAuth: setting(
    'MCUBE_WEBHOOK_AUTH',
    choice('token', 'none'),
    'token',
    'none accepts webhooks without a token on an address that is not loopback.',
  ),
  defaultRegion: setting(
    'MCUBE_DEFAULT_REGION',
    country,
    'IN',
    'Country of phone numbers written without a country code (ISO 3166, two letters).',
  ),
  timeZone: setting(
    'MCUBE_TIME_ZONE',
    timeZone,
    'Asia/Kolkata',
    'Time zone of the times MCUBE sends, and of days in reports.',
  ),
  workingHours: setting(
    'MCUBE_WORKING_HOURS',
    workingHours,
    'Mon-Sat 09:30-18:30',
    'When the office works, in its time zone, as "Mon-Fri 09:30-18:30, Sat 10:00-14:00"; a day may have several times.',
  ),
  holidays: setting('MCUBE_HOLIDAYS', dates, '', 'Dates on which nobody works, as 2026-10-02, separated by commas.'),
  callbackTargetMinutes: setting(
    'MCUBE_CALLBACK_TARGET_MINUTES',
    integer(1, 100_000),
    '30',
    'Minutes of working time within which a missed caller is to be called back.',
  ),
  defaultTeam: setting(
    'MCUBE_DEFAULT_TEAM',
    optionalText,
    '',
    'Name of the team that shares out calls no rule gives to a person; empty: the first active team.',
  ),
  fallbackLogin: setting('MCUBE_FALLBACK_LOGIN', text, 'admin', 'Login of the user who gets what nobody else gets.'),
  outboundLeads: setting(
    'MCUBE_OUTBOUND_LEADS',
    flag,
    'true',
    'Whether an outbound call to an unknown number opens a lead "Outbound Call to …".',
  ),
  hangingCallMinutes: setting(
    'MCUBE_HANGING_CALL_MINUTES',
    integer(1, 10_080),
    '120',
    'Minutes after which a call whose hang-up never arrived is closed.',
  ),
  callRetentionDays: setting(
    'MCUBE_CALL_RETENTION_DAYS',
    integer(0, 36_500),
    '0',
    'Days after which call records are deleted; 0 keeps them for ever.',
  ),
  eventRetentionDays: setting(
    'MCUBE_EVENT_RETENTION_DAYS',
    integer(1, 36_500),
    '365',
    'Days after which processed webhook events are deleted; failed ones stay.',
  ),
  recordingStore: setting(
    'MCUBE_S3_ENDPOINT',
    optionalText,
    '',
    'S3-compatible server that keeps the recordings, such as https://s3.ap-south-1.amazonaws.com; empty: the folder recordings of the data folder.',
  ),
  s3Bucket: setting('MCUBE_S3_BUCKET', text, 'recordings', 'Its bucket.'),
  s3Region: setting('MCUBE_S3_REGION', text, 'us-east-1', 'Its region.'),
  s3AccessKeyId: setting('MCUBE_S3_ACCESS_KEY_ID', text, '', 'Access key for it.'),
  s3SecretAccessKey: setting('MCUBE_S3_SECRET_ACCESS_KEY', text, '', 'The secret of that key.'),
  recordingRetentionDays: setting(
    'MCUBE_RECORDING_RETENTION_DAYS',
    integer(0, 36_500),
    '0',
    'Days after which our copy of a recording is deleted; 0 keeps it as long as its call.',
  ),
  recordingMaxMegabytes: setting(
    'MCUBE_RECORDING_MAX_MB',
    integer(1, 10_000),
    '100',
    'Size in megabytes beyond which a recording is not fetched; an hour of telephone sound as WAV is about 60.',
  ),
  recordingAllowedHosts: setting(
    'MCUBE_RECORDING_ALLOWED_HOSTS',
    hosts,
    '',
    'Hosts, as name or name:port with commas between, from which recordings may come even when their address is private; without a port the usual ones are meant.',
  ),
  recordingOnlyAllowedHosts: setting(
    'MCUBE_RECORDING_ONLY_ALLOWED_HOSTS',
    flag,
    'false',
    'Whether recordings come from MCUBE_RECORDING_ALLOWED_HOSTS alone.',
  ),
  recordingScope: setting(
    'MCUBE_RECORDING_SCOPE',
    choice('all', 'team', 'own'),
    'all',
    'Whose recordings an internal user hears: of all calls, of those of their team, or of their own; administrators hear all. Unless all may, Odoo gets no recordings.',
  ),
  pushAllowedHosts: setting(
    'MCUBE_PUSH_ALLOWED_HOSTS',
    hosts,
    '',
    'Hosts, as name or name:port with commas between, of push services beside those of the usual browsers; they may be private.',
  ),
  sessionHours: setting('MCUBE_SESSION_HOURS', integer(1, 8_760), '336', 'Hours after which an unused sign-in ends.'),
  logLevel: setting(
    'LOG_LEVEL',
    choice('trace', 'debug', 'info', 'warn', 'error', 'silent'),
    'info',
    'Least important log line that is written.',
  ),
  logFormat: setting(
    'LOG_FORMAT',
    choice('auto', 'json', 'pretty'),
    'auto',
    'auto: readable in a terminal, JSON elsewhere.',
  ),
} as const;

export type Settings = { readonly [Name in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[Name]['parse']> };

type Setting<Value> = { variable: string; parse: Parser<Value>; fallback: string; sentence: string };

/** Reads all settings from an environment; the first one that is wrong throws a {@link BadSetting} of one sentence. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const entries = Object.entries(SETTINGS).map(([name, { variable, parse, fallback }]) => {
    const given = environment[variable]?.trim();
    return [name, parse(given === undefined || given === '' ? fallback : given, variable)] as const;
  });
  const settings = Object.fromEntries(entries) as Settings;
  refuseOpenWebhook(settings);
  refuseHalfStore(settings);
  return Object.freeze(settings);
}

/** Loopback addresses: nobody outside this machine can reach them. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function refuseOpenWebhook(settings: Settings): void {
  if (isLoopback(settings.host) || settings.webhookToken.length > 0 || settings.webhookAuth === 'none') return;
  throw new BadSetting(
    `HOST=${settings.host} can be reached from other machines: set MCUBE_WEBHOOK_TOKEN to a long random secret, or MCUBE_WEBHOOK_AUTH=none to accept webhooks from anybody.`,
  );
}

function refuseHalfStore({ recordingStore, s3AccessKeyId, s3SecretAccessKey }: Settings): void {
  if (recordingStore === null) return;
  if (!/^https?:\/\//i.test(recordingStore) || !URL.canParse(recordingStore))
    throw new BadSetting(
      `MCUBE_S3_ENDPOINT must be an address such as https://s3.ap-south-1.amazonaws.com, not "${recordingStore}".`,
    );
  if (s3AccessKeyId === '' || s3SecretAccessKey === '')
    throw new BadSetting('MCUBE_S3_ENDPOINT needs MCUBE_S3_ACCESS_KEY_ID and MCUBE_S3_SECRET_ACCESS_KEY.');
}

function setting<Value>(variable: string, parse: Parser<Value>, fallback: string, sentence: string): Setting<Value> {
  return { variable, parse, fallback, sentence };
}
