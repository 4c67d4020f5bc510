import { answered, type OdooAnswer } from '../transport/failure.ts';
import { readRows } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';
import { EVERYTHING } from './read-changes.ts';

/**
 * Which of these records are gone. One that a search does not find may also only be hidden from us: reading it tells the
 * difference, since Odoo refuses what is hidden and passes over what is gone.
 */
export async function findDeleted(
  transport: OdooTransport,
  model: string,
  ids: readonly number[],
): Promise<OdooAnswer<number[]>> {
  if (ids.length === 0) return answered([]);
  const named = { domain: [['id', 'in', ids]] };
  const found = await transport.call({ model, method: 'search', named, context: EVERYTHING });
  if (found.kind === 'failed') return found;
  const there = new Set(Array.isArray(found.value) ? found.value : []);
  return await whichAreGone(
    transport,
    model,
    ids.filter((id) => !there.has(id)),
  );
}

async function whichAreGone(transport: OdooTransport, model: string, ids: number[]): Promise<OdooAnswer<number[]>> {
  if (ids.length === 0) return answered([]);
  // Asked for its id alone, Odoo does not look whether a record is there.
  const read = await transport.call({ model, method: 'read', ids, named: { fields: ['create_date'] } });
  if (read.kind === 'answered') {
    const hidden = new Set(readRows(read.value).map(({ id }) => id));
    return answered(ids.filter((id) => !hidden.has(id)));
  }
  const { kind } = read.failure;
  if (kind !== 'forbidden' && kind !== 'missing') return read;
  if (ids.length === 1) return answered(kind === 'missing' ? ids : []);
  // One hidden record makes Odoo refuse them all.
  const half = Math.ceil(ids.length / 2);
  const first = await whichAreGone(transport, model, ids.slice(0, half));
  if (first.kind === 'failed') return first;
  const second = await whichAreGone(transport, model, ids.slice(half));
  return second.kind === 'failed' ? second : answered([...first.value, ...second.value]);
}
