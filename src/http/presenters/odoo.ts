import { type Static, Type } from 'typebox';
import type { OdooStatus } from '../../services/odoo/odoo-status.ts';
import { component, Sentences, sentencesOf, Time, words } from '../schemas.ts';

const OrTime = Type.Union([Time(), Type.Null()]);
const OrText = Type.Union([Type.String(), Type.Null()]);

export const Odoo = component('Odoo', {
  connection: Type.Union(
    [
      Type.Object({
        url: Type.String(),
        db: Type.String(),
        login: Type.String(),
        version: Type.String(),
        state: words(['connected', 'unreachable', 'refused'], 'What its last answer told.'),
        reason: OrText,
        fix: OrText,
        reason_sentences: Sentences,
        fix_sentences: Sentences,
        retry_at: OrTime,
        paused: Type.Boolean(),
        connected_date: Time(),
        last_answer_date: OrTime,
        about: Type.Array(Type.String(), { description: 'What was found there, a sentence each.' }),
        about_sentences: Sentences,
      }),
      Type.Null(),
    ],
    { description: 'Null where the service is not connected.' },
  ),
  queue: Type.Object({
    waiting: Type.Integer({ description: 'Records that Odoo is to have and has not, or not as they are now.' }),
    failed: Type.Integer({ description: 'Those that will not get there by themselves.' }),
    oldest_waiting_date: OrTime,
  }),
  following: Type.Union([Type.Object({ last_read_date: Time(), lag_seconds: Type.Number() }), Type.Null()], {
    description: 'How far what people changed in Odoo is known here.',
  }),
});

export function presentOdoo({ connection, queue, following }: OdooStatus): Static<typeof Odoo> {
  return {
    connection: connection && {
      url: connection.url,
      db: connection.db,
      login: connection.login,
      version: connection.version,
      state: connection.state,
      reason: connection.reason,
      fix: connection.fix,
      reason_sentences: sentencesOf(connection.reason),
      fix_sentences: sentencesOf(connection.fix),
      retry_at: textOf(connection.retry_at),
      paused: connection.paused,
      connected_date: connection.connected_date.toISOString(),
      last_answer_date: textOf(connection.last_answer_date),
      about: connection.about,
      about_sentences: sentencesOf(connection.about.join(' ')),
    },
    queue: { ...queue, oldest_waiting_date: textOf(queue.oldest_waiting_date) },
    following: following && { ...following, last_read_date: following.last_read_date.toISOString() },
  };
}

function textOf(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
