import { Type } from 'typebox';
import { say } from '../../kernel/sentences.ts';
import type { Settings } from '../../kernel/settings.ts';
import { countCalls } from '../../models/call-rollup-total.ts';
import { summariseJournal } from '../../models/journal-summary.ts';
import { countRefusals } from '../../models/webhook-refusal.ts';
import { checkWebhook } from '../../services/check-up/check-webhook.ts';
import { localWebhook, publicWebhook } from '../../services/webhook-address.ts';
import type { App, ServerParts } from '../parts.ts';
import { component, nullable, ref, Sentences, sentencesOf, Time } from '../schemas.ts';

/** What an administrator needs on the first day: the address to paste into MCUBE, whether it answers, what has arrived. */
export function setup(app: App, { database, settings }: ServerParts): void {
  app.addSchema(Setup);
  app.addSchema(WebhookCheck);
  const tags = ['setup'];
  const read = { tags, response: { 200: ref(Setup) } };
  app.get(
    '/api/setup',
    { config: { access: { model: 'webhook.event', right: 'read' } }, schema: read },
    async (request) => {
      const [journal, call_count, refused_count] = await Promise.all([
        summariseJournal(database),
        countCalls(database),
        countRefusals(database),
      ]);
      return {
        // Unless a setting says it, the address under which this administrator reaches the service is the best guess.
        webhook_url: publicWebhook(settings) ?? `${request.protocol}://${request.host}/mcube/webhook`,
        token_required: settings.webhookToken.length > 0,
        event_count: journal.event_count,
        ...(journal.event_count_is_estimate && { event_count_is_estimate: true }),
        first_event_at: journal.first_event_at?.toISOString() ?? null,
        last_event_at: journal.last_event_at?.toISOString() ?? null,
        call_count,
        refused_count,
      };
    },
  );

  const check = { tags, response: { 200: ref(WebhookCheck) } };
  app.post(
    '/api/setup/check-webhook',
    { config: { access: { model: 'webhook.event', right: 'write' } }, schema: check },
    async () => {
      // Never the address that a request names: the service would ask whatever it is told to.
      const outside = publicWebhook(settings);
      const webhook = outside ?? localWebhook({ host: settings.host, port: listeningPort(app, settings) });
      if (webhook === undefined) return told(false, say('address_unknown'), NO_ADDRESS);
      const { state, says, fix } = await checkWebhook('webhook', webhook, settings.webhookToken);
      const ok = state === 'ok';
      return told(ok, says, fix ?? (outside === undefined ? NO_ADDRESS : null));
    },
  );
}

function told(ok: boolean, message: string, fix: string | null) {
  return { ok, message, fix, sentences: sentencesOf(fix === null ? message : `${message} ${fix}`) };
}

const NO_ADDRESS = say('needs_address');

function listeningPort({ server }: App, { port }: Settings): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

const Setup = component('Setup', {
  webhook_url: Type.String({ description: 'To paste into the MCUBE panel, with ?token=… where a token is required.' }),
  token_required: Type.Boolean(),
  event_count: Type.Integer(),
  event_count_is_estimate: Type.Optional(
    Type.Boolean({ description: 'Present, and true, when the number of events is not exact.' }),
  ),
  first_event_at: nullable(Time('When the oldest event that is kept arrived.')),
  last_event_at: nullable(Time()),
  call_count: Type.Integer(),
  refused_count: Type.Integer({ description: 'Requests that could not be a call, of those that are kept.' }),
});

const WebhookCheck = component('WebhookCheck', {
  ok: Type.Boolean(),
  message: Type.String(),
  fix: nullable(Type.String({ description: 'What to do about it.' })),
  sentences: Sentences,
});
