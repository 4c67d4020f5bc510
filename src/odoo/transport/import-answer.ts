import { explainFault } from './explain-fault.ts';
import { failed, type OdooAnswer } from './failure.ts';
import { isRow } from './read-rows.ts';
import { nameOf, type OdooCall } from './transport.ts';

/**
 * The answer of Odoo's import, the method `load`. It answers well even when it took nothing in, and says why in the messages:
 * that is a failure like any other, of the record or of the server.
 */
export function readImportAnswer(call: OdooCall, answer: OdooAnswer): OdooAnswer {
  if (call.method !== 'load' || answer.kind === 'failed' || !isRow(answer.value)) return answer;
  const { ids, messages } = answer.value;
  if (Array.isArray(ids)) return answer;
  const told: unknown[] = Array.isArray(messages)
    ? messages.map((one) => (isRow(one) ? one.message : one))
    : [messages];
  const message = [...new Set(told.map(String))].join(' ');
  return failed(explainFault({ name: 'ValidationError', message }, nameOf(call)));
}

/** The ids of what was taken in, in the order of the rows. */
export function importedIds(answer: unknown): number[] {
  return isRow(answer) && Array.isArray(answer.ids) ? answer.ids.map(Number) : [];
}
