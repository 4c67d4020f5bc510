import { Command, Option } from 'commander';
import { presentWebhookEvent } from '../http/presenters/webhook-event.ts';
import { countAround, type Filter, listIds } from '../models/list.ts';
import { loadWebhookEvents, WEBHOOK_EVENT_LIST, type WebhookEventRow } from '../models/webhook-event-list.ts';
import type { Environment } from './environment.ts';
import { replayCommand } from './events-replay.ts';
import { inOrder } from './list-all.ts';
import { showMoment } from './moments.ts';
import { wholeFrom } from './numbers.ts';
import { withDatabase } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { table } from './table.ts';

/** `events list|show|replay`: what MCUBE sent, and what became of it. */
export function eventsCommand(environment: Environment): Command {
  return new Command('events')
    .description('list, show and replay what MCUBE sent')
    .addCommand(listCommand(environment))
    .addCommand(showCommand(environment))
    .addCommand(replayCommand(environment));
}

export const STATES = ['received', 'processed', 'ignored', 'failed', 'refused'];

type ListOptions = { state?: string; callId?: string; limit: number; json?: boolean };

function listCommand(environment: Environment): Command {
  return new Command('list')
    .description('list events, newest first')
    .addOption(new Option('--state <state>', 'only those in this state').choices(STATES))
    .option('--call-id <id>', 'only those of this call')
    .option('--limit <number>', 'at most so many', wholeFrom(1), 20)
    .option('--json', 'as JSON, as the API gives them, with what MCUBE sent')
    .action(({ state, callId, limit, json }: ListOptions) =>
      withDatabase(environment, async ({ database, settings }) => {
        const filters = [...equal('state', state), ...equal('call_id', callId)];
        const query = { limit, offset: 0, sort: WEBHOOK_EVENT_LIST.defaultSort, search: undefined, filters };
        const ids = await listIds(database, WEBHOOK_EVENT_LIST, query, undefined);
        const { total } = await countAround(database, WEBHOOK_EVENT_LIST, query, undefined, ids);
        const events = inOrder(ids, await loadWebhookEvents(database, ids));
        if (json)
          return void process.stdout.write(
            `${JSON.stringify({ data: events.map(presentWebhookEvent), total }, null, 2)}\n`,
          );
        if (events.length === 0) return void process.stdout.write('There are no such events.\n');
        process.stdout.write(
          table(
            HEADINGS,
            events.map((event) => cells(event, settings.timeZone)),
          ),
        );
        if (total > events.length)
          process.stdout.write(
            `${events.length} of ${total}; --limit shows more, "events show" one with its content.\n`,
          );
      }),
    );
}

function equal(field: string, value: string | undefined): Filter[] {
  return value === undefined ? [] : [{ field, operator: 'eq', values: [value] }];
}

const HEADINGS = ['ID', 'RECEIVED', 'STATE', 'CALL', 'REASON'];

function cells({ id, received_at, state, call_id, reason }: WebhookEventRow, timeZone: string): string[] {
  return [String(id), showMoment(received_at, timeZone), state, call_id ?? '-', reason ?? ''];
}

function showCommand(environment: Environment): Command {
  return new Command('show')
    .description('show one event with all that MCUBE sent')
    .argument('<id>', 'its number in "events list"', wholeFrom(1))
    .option('--json', 'as JSON, as the API gives it')
    .action((id: number, { json }: { json?: boolean }) =>
      withDatabase(environment, async ({ database, settings }) => {
        const [event] = await loadWebhookEvents(database, [id]);
        if (event === undefined) throw new Refusal(`There is no event ${id}.`);
        const shown = presentWebhookEvent(event);
        process.stdout.write(json ? `${JSON.stringify(shown, null, 2)}\n` : describe(event, shown.payload, settings));
      }),
    );
}

function describe(event: WebhookEventRow, payload: unknown, { timeZone }: { timeZone: string }): string {
  const lines: [string, string | number | null][] = [
    ['event', event.id],
    ['received', `${showMoment(event.received_at, timeZone)} (${timeZone})`],
    ['state', event.state],
    ['reason', event.reason],
    ['attempts', event.attempts],
    ['next attempt', event.next_attempt_at && showMoment(event.next_attempt_at, timeZone)],
    ['came as', event.request && [event.request.method, event.request.content_type].filter(Boolean).join(' ')],
    ['call', event.call_id],
    ['call record', event.call_record_id],
  ];
  const told = lines.filter(([, value]) => value !== null).map(([name, value]) => `${name.padEnd(14)}${value}\n`);
  return `${told.join('')}\n${event.request?.body ?? JSON.stringify(payload, null, 2)}\n`;
}
