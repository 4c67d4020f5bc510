import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { previewReplay, type Replay, replayEvents } from '../../services/replay-events.ts';
import type { App, ServerParts } from '../parts.ts';
import { component, IdParams, nullable, ref, Sentences, sentencesOf, words } from '../schemas.ts';

/** Processes settled webhook events again: one, or all that a filter names; a dry run says what it would do. */
export function replay(app: App, { database, settings, clock }: ServerParts): void {
  app.addSchema(ReplayAnswer);
  const access = { config: { access: { model: 'webhook.event', right: 'write' } as const } };
  const answers = { tags: ['webhook-events'], response: { 200: ref(ReplayAnswer) } };

  app.post(
    '/api/webhook-events/replay',
    { ...access, schema: { ...answers, body: ReplayRequest } },
    async ({ body }) => {
      const { dry_run, ids, state, call_id, received_from, received_to } = body;
      const filter = {
        ...(ids !== undefined && { ids }),
        ...(state !== undefined && { state }),
        ...(call_id !== undefined && { call_id }),
        ...(received_from !== undefined && { received_from: new Date(received_from) }),
        ...(received_to !== undefined && { received_to: new Date(received_to) }),
      };
      if (Object.keys(filter).length === 0) throw new RequestError('invalid_input', say('say_which_events'));
      return dry_run
        ? present(await previewReplay(database, filter, settings, clock))
        : present(await replayEvents(database, filter, settings, clock));
    },
  );

  const one = { ...answers, params: IdParams, body: Type.Optional(Type.Object({ dry_run: DryRun })) };
  app.post('/api/webhook-events/:id/replay', { ...access, schema: one }, async ({ params, body }) => {
    const filter = { ids: [Number(params.id)] };
    return body?.dry_run
      ? present(await previewReplay(database, filter, settings, clock))
      : present(await replayEvents(database, filter, settings, clock));
  });
}

function present({ events, preview }: Replay) {
  return { events, preview: preview.map((one) => ({ ...one, reason_sentences: sentencesOf(one.reason) })) };
}

const State = words(['failed', 'ignored', 'processed']);
const DryRun = Type.Optional(Type.Boolean({ description: 'Only say what would happen.' }));
const Moment = Type.String({ format: 'date-time' });

const ReplayRequest = Type.Object(
  {
    dry_run: DryRun,
    ids: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 10_000 })),
    state: Type.Optional(State),
    call_id: Type.Optional(Type.String()),
    received_from: Type.Optional(Moment),
    received_to: Type.Optional(Moment),
  },
  { additionalProperties: false, minProperties: 1 },
);

const ReplayAnswer = component('Replay', {
  events: Type.Integer({ description: 'How many events the filter names.' }),
  preview: Type.Array(
    Type.Object({
      id: Type.Integer(),
      call_id: nullable(Type.String()),
      state: words(['received', 'processed', 'ignored', 'failed', 'refused']),
      reason: nullable(Type.String()),
      reason_sentences: Sentences,
      effect: words(['creates', 'changes', 'nothing'], 'What the replay would do to the call record.'),
    }),
    { description: 'In a dry run: what the first 200 of them would become.' },
  ),
});
