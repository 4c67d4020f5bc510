import { Command, Option } from 'commander';
import type { EventState } from '../db/tables.ts';
import { systemClock } from '../kernel/clock.ts';
import type { EventFilter } from '../models/webhook-event.ts';
import { previewReplay, type Replay, replayEvents } from '../services/replay-events.ts';
import { confirm } from './ask.ts';
import type { Environment } from './environment.ts';
import { readMoment } from './moments.ts';
import { wholeFrom } from './numbers.ts';
import { withDatabase } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { table } from './table.ts';

type Options = { state?: EventState; callId?: string; from?: string; to?: string; dryRun?: boolean; yes?: boolean };

/** `events replay`: processes settled events again, the way a retry is. */
export function replayCommand(environment: Environment): Command {
  return new Command('replay')
    .description('process events again; look with --dry-run first')
    .argument('[ids...]', 'numbers of "events list"')
    .addOption(new Option('--state <state>', 'those in this state').choices(['failed', 'ignored', 'processed']))
    .option('--call-id <id>', 'those of this call')
    .option('--from <moment>', 'those received since then')
    .option('--to <moment>', 'those received before')
    .option('--dry-run', 'only say what would happen')
    .option('--yes', 'do not ask')
    .action((ids: string[], options: Options) =>
      withDatabase(environment, async ({ database, settings }) => {
        const filter = readFilter(ids, options, settings.timeZone);
        if (options.dryRun || (ids.length === 0 && !options.yes)) {
          const preview = await previewReplay(database, filter, settings, systemClock);
          process.stdout.write(describe(preview));
          if (options.dryRun || preview.events === 0) return;
          if (!(await confirm(`Process ${counted(preview.events)} again?`)))
            throw new Refusal('Nothing was replayed: repeat the command with --yes.');
        }
        const { events } = await replayEvents(database, filter, settings, systemClock);
        process.stdout.write(
          events === 0
            ? 'There are no such events, or they wait already.\n'
            : `${counted(events)} ${events === 1 ? 'waits' : 'wait'} again: the service takes them next, now or when it runs.\n`,
        );
      }),
    );
}

function readFilter(ids: readonly string[], { state, callId, from, to }: Options, timeZone: string): EventFilter {
  if (ids.length === 0 && [state, callId, from, to].every((given) => given === undefined))
    throw new Refusal('Say which events: by their numbers, --state, --call-id, --from or --to.');
  return {
    ...(ids.length > 0 && { ids: ids.map(wholeFrom(1)) }),
    ...(state !== undefined && { state }),
    ...(callId !== undefined && { call_id: callId }),
    ...(from !== undefined && { received_from: readMoment(from, timeZone) }),
    ...(to !== undefined && { received_to: readMoment(to, timeZone) }),
  };
}

function describe({ events, preview }: Replay): string {
  if (events === 0) return 'There are no such events.\n';
  const telling = preview.filter(({ state, effect }) => state !== 'processed' || effect !== 'nothing');
  const rows = telling
    .slice(0, MOST_SHOWN)
    .map(({ id, call_id, state, reason, effect }) => [
      String(id),
      call_id ?? '-',
      state === 'processed' ? EFFECTS[effect] : `${state}: ${reason ?? ''}`,
    ]);
  const looked = events > preview.length ? ` (looked at the first ${preview.length})` : '';
  const shown = rows.length === 0 ? '' : table(['ID', 'CALL', 'A REPLAY'], rows);
  const more = telling.length > rows.length ? `and ${telling.length - rows.length} more\n` : '';
  const silent = `${preview.length - telling.length} of them would change nothing`;
  return `${shown}${more}${counted(events)} in all${looked}; ${silent}. Nothing was changed.\n`;
}

const MOST_SHOWN = 40;

const EFFECTS = {
  creates: 'creates its call record',
  changes: 'changes its call record',
  nothing: 'changes nothing',
} as const;

function counted(events: number): string {
  return events === 1 ? '1 event' : `${events} events`;
}
