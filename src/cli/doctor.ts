import { Command } from 'commander';
import { systemClock } from '../kernel/clock.ts';
import { BadSetting } from '../kernel/setting-parsers.ts';
import { readSettings, type Settings } from '../kernel/settings.ts';
import { checkDatabase } from '../services/check-up/check-database.ts';
import { checkFiles } from '../services/check-up/check-files.ts';
import { checkInbox } from '../services/check-up/check-inbox.ts';
import { checkPeople } from '../services/check-up/check-people.ts';
import { checkRecordings } from '../services/check-up/check-recordings.ts';
import { checkSettingNames } from '../services/check-up/check-setting-names.ts';
import { checkSettings } from '../services/check-up/check-settings.ts';
import { checkWebhook } from '../services/check-up/check-webhook.ts';
import { type Finding, failure, warning } from '../services/check-up/finding.ts';
import { localWebhook, publicWebhook } from '../services/webhook-address.ts';
import { commandLog } from './command-log.ts';
import type { Environment } from './environment.ts';
import { explainError } from './explain-error.ts';
import { hasDatabase, startForCommand } from './open-database.ts';
import { wrap } from './table.ts';

/** `doctor`: looks at everything that calls need on their way, and says the fix of whatever is wrong. */
export function doctorCommand(environment: Environment): Command {
  return new Command('doctor')
    .description('check the whole set-up, and say how to fix what is wrong; exit code 1 on a failure')
    .option('--url <address>', "the webhook's address, where it is not the one of the settings")
    .option('--json', 'as JSON')
    .action(async ({ url, json }: { url?: string; json?: boolean }) => {
      const findings = await examine(environment, url);
      process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : describe(findings));
      if (findings.some(({ state }) => state === 'failure')) process.exitCode = 1;
    });
}

async function examine(environment: Environment, url: string | undefined): Promise<Finding[]> {
  const settings = readAll(environment);
  if ('check' in settings) return [settings];
  const findings = [checkSettingNames(environment), ...checkSettings(settings)];
  findings.push(...(await examineWebhook(settings, url)));
  if (settings.databaseUrl === null && (await hasDatabase(settings)))
    findings.push(...(await checkFiles(settings.dataDir)));
  if (await hasDatabase(settings)) findings.push(await checkRecordings(settings));
  return [...findings, ...(await examineDatabase(settings))];
}

function readAll(environment: Environment): Settings | Finding {
  try {
    return readSettings(environment);
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    return failure(
      'settings',
      error.message,
      'Correct it in the environment or in .env (docs/settings.md), then ask again.',
    );
  }
}

async function examineWebhook(settings: Settings, url: string | undefined): Promise<Finding[]> {
  const local = url ?? localWebhook(settings);
  const outside = publicWebhook(settings);
  const unknown = warning(
    'webhook',
    'PORT is 0, so the service picks its port.',
    'Give the webhook URL that it printed with --url.',
  );
  return [
    local === undefined ? unknown : await checkWebhook('webhook', local, settings.webhookToken),
    ...(outside === undefined ? [] : [await checkWebhook('public webhook', outside, settings.webhookToken)]),
  ];
}

async function examineDatabase(settings: Settings): Promise<Finding[]> {
  if (!(await hasDatabase(settings)))
    return [
      failure(
        'database',
        `There is none in ${settings.dataDir} yet.`,
        'Start the service once (npm start), or correct MCUBE_DATA_DIR.',
      ),
    ];
  try {
    const { database, close } = await startForCommand(settings, commandLog(settings));
    try {
      const findings = await checkDatabase(database, systemClock, settings.timeZone);
      if (findings.some(({ check, state }) => check === 'migrations' && state === 'failure')) return findings;
      return [...findings, ...(await checkInbox(database, systemClock)), ...(await checkPeople(database, settings))];
    } finally {
      await close();
    }
  } catch (error) {
    const ending = explainError(error);
    if (ending === undefined) throw error;
    const fix = 'Correct DATABASE_URL, or start the server that it names; leave it empty for the embedded one.';
    return [failure('database', ending.sentence, fix)];
  }
}

const MARKS = { ok: 'ok  ', warning: 'WARN', failure: 'FAIL' } as const;
const INDENT = 25;

function describe(findings: readonly Finding[]): string {
  const lines = findings.map(({ check, state, says, fix }) => {
    const first = `  ${MARKS[state]}  ${check.padEnd(INDENT - 8)}${wrap(says, INDENT)}\n`;
    return fix === undefined ? first : `${first}${' '.repeat(INDENT)}${wrap(`Fix: ${fix}`, INDENT)}\n`;
  });
  const failures = findings.filter(({ state }) => state === 'failure').length;
  const warnings = findings.filter(({ state }) => state === 'warning').length;
  const verdict =
    failures > 0
      ? 'It does not work as it should'
      : warnings > 0
        ? 'It works, with something to look at'
        : 'All is well';
  return `\n${lines.join('')}\n  ${verdict}: ${findings.length} checks, ${counted(warnings, 'warning')}, ${counted(failures, 'failure')}.\n\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
