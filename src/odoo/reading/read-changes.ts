import { answered, type OdooAnswer } from '../transport/failure.ts';
import { type OdooRow, readRows } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';
import { writeOdooTime } from './odoo-time.ts';

/** What is read of a model. */
export type Reading = {
  readonly model: string;
  readonly fields: readonly string[];
  readonly domain?: readonly unknown[];
};

/** Which of its rows: those that were written from a moment on (by Odoo's clock), and come after an id. */
export type Place = { readonly from: Date | undefined; readonly afterId: number };

/**
 * A page of changed rows, archived ones too, in the order of their ids. By ids and not by moments, because whatever is
 * written while the sweep goes on moves to the end of time, while its id stays; and because an import gives thousands of
 * rows one moment.
 */
export async function readChanges(
  transport: OdooTransport,
  { model, fields, domain = [] }: Reading,
  { from, afterId }: Place,
  limit: number,
): Promise<OdooAnswer<OdooRow[]>> {
  const since = from === undefined ? [] : [['write_date', '>=', writeOdooTime(from)]];
  return await searchRead(transport, model, [...domain, ...since, ['id', '>', afterId]], fields, limit);
}

/** These rows, as far as they are there. */
export async function readByIds(
  transport: OdooTransport,
  { model, fields }: Reading,
  ids: readonly number[],
): Promise<OdooAnswer<OdooRow[]>> {
  if (ids.length === 0) return answered([]);
  return await searchRead(transport, model, [['id', 'in', ids]], fields, ids.length);
}

async function searchRead(
  transport: OdooTransport,
  model: string,
  domain: readonly unknown[],
  fields: readonly string[],
  limit: number,
): Promise<OdooAnswer<OdooRow[]>> {
  const named = { domain, fields, order: 'id', limit };
  const answer = await transport.call({ model, method: 'search_read', named, context: EVERYTHING });
  return answer.kind === 'failed' ? answer : answered(readRows(answer.value));
}

/** Archived rows too; and names in one language, whoever's key it is. */
export const EVERYTHING = { active_test: false, lang: 'en_US' } as const;
