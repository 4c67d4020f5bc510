import type { CallForOdoo } from '../../../models/call-for-odoo.ts';
import { callMessage, messageDate, messageMark } from '../../../odoo/mapping/call-message.ts';
import { answered, type OdooAnswer } from '../../../odoo/transport/failure.ts';
import { readRows, textOf } from '../../../odoo/transport/read-rows.ts';
import type { OdooTransport } from '../../../odoo/transport/transport.ts';
import type { DeliverParts } from './deliver-parts.ts';

/**
 * Tells of calls in their leads' chatter, each once: a note goes by a mark of its call, by which it is found again. Written
 * as messages and not posted one by one: that takes an eighth of the time, and a note is sent to nobody either way. Answers
 * with the calls that are told.
 */
export async function announceCalls(
  { link, settings, instance }: DeliverParts,
  calls: readonly CallForOdoo[],
  odooIds: ReadonlyMap<string, number>,
): Promise<OdooAnswer<ReadonlySet<number>>> {
  const { transport } = link;
  const marks = new Map(
    calls
      .filter(({ lead_odoo_id }) => lead_odoo_id !== null)
      .map((call) => [messageMark(call.call_id, instance), call]),
  );
  const told = new Set([...marks.values()].map(({ id }) => id));
  if (marks.size === 0) return answered(told);
  const known = await findMarks(transport, [...marks.keys()]);
  if (known.kind === 'failed') return known;
  const news = [...marks].filter(([mark]) => !known.value.has(mark));
  if (news.length === 0) return answered(told);
  const note = await findNoteSubtype(transport);
  if (note.kind === 'failed') return note;
  const vals_list = news.map(([message_id, call]) => ({
    model: 'crm.lead',
    res_id: call.lead_odoo_id,
    body: callMessage(call, odooIds.get(call.call_id) ?? 0, settings.publicUrl),
    date: messageDate(call),
    message_type: 'comment',
    subtype_id: note.value,
    message_id,
  }));
  const made = await transport.call({ model: 'mail.message', method: 'create', named: { vals_list } });
  return made.kind === 'failed' ? made : answered(told);
}

async function findMarks(transport: OdooTransport, marks: readonly string[]): Promise<OdooAnswer<ReadonlySet<string>>> {
  const named = { domain: [['message_id', 'in', marks]], fields: ['message_id'] };
  const answer = await transport.call({ model: 'mail.message', method: 'search_read', named });
  if (answer.kind === 'failed') return answer;
  return answered(new Set(readRows(answer.value).map((row) => textOf(row.message_id))));
}

/** Odoo's own "Note", for those who work there: the oldest of the internal kinds of message. */
async function findNoteSubtype(transport: OdooTransport): Promise<OdooAnswer<number | false>> {
  const domain = [
    ['res_model', '=', false],
    ['internal', '=', true],
  ];
  const named = { domain, fields: ['id'], order: 'id', limit: 1 };
  const answer = await transport.call({ model: 'mail.message.subtype', method: 'search_read', named });
  if (answer.kind === 'failed') return answer;
  const [note] = readRows(answer.value);
  return answered(note === undefined ? false : Number(note.id));
}
