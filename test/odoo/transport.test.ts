import { describe, expect, test } from 'vitest';
import { findFreePort } from '../../src/db/embedded/free-port.ts';
import { answerOf, type OdooFailure } from '../../src/odoo/transport/failure.ts';
import { openTransport } from '../../src/odoo/transport/open-transport.ts';
import type { OdooCall, OdooTransport } from '../../src/odoo/transport/transport.ts';
import { VERSIONS } from './server/roots.ts';
import { ADMIN, startOdoo } from './support/odoo.ts';

describe.each(VERSIONS)('an Odoo %i', async (version) => {
  const odoo = await startOdoo(version);
  const address = { url: odoo.url, db: odoo.db, login: ADMIN.login, key: odoo.adminKey };

  test('is spoken to in the way of its version', async () => {
    const { version: found, transport } = answerOf(await openTransport(address));
    expect(found.major).toBe(version);
    expect(transport.protocol).toBe(version >= 19 ? 'json-2' : 'json-rpc');
  });

  test('creates, searches, counts, reads, changes, loads and deletes', async () => {
    const ids = await odoo.call('crm.lead', 'create', { vals_list: [{ name: 'One' }, { name: 'Two' }] });
    expect(ids).toEqual([expect.any(Number), expect.any(Number)]);
    const [one = 0] = Array.isArray(ids) ? ids.map(Number) : [];
    const domain = [['id', 'in', ids]];
    expect(await odoo.call('crm.lead', 'search_count', { domain })).toBe(2);
    expect(await odoo.call('crm.lead', 'search', { domain, order: 'id' })).toEqual(ids);
    expect(await odoo.call('crm.lead', 'write', { vals: { name: 'First' } }, [one])).toBe(true);
    expect(await odoo.call('crm.lead', 'read', { fields: ['name'] }, [one])).toEqual([{ id: one, name: 'First' }]);
    const load = { fields: ['id', 'name'], data: [['mcube.lead_one', 'Loaded']] };
    expect(await odoo.call('crm.lead', 'load', load)).toMatchObject({ ids: [expect.any(Number)] });
    expect(await odoo.call('crm.lead', 'unlink', {}, [one])).toBe(true);
    expect(
      await failureOf(odoo.admin, { model: 'crm.lead', method: 'write', ids: [one], named: { vals: { name: 'x' } } }),
    ).toMatchObject({ kind: 'missing' });
  });

  test('that refuses says why, and what to do', async () => {
    const wrongKey = answerOf(await openTransport({ ...address, key: 'not-the-key' })).transport;
    const search = { model: 'crm.lead', method: 'search_count', named: { domain: [] } };
    const refusals = {
      'a wrong key': await failureOf(wrongKey, search),
      'an unknown model': await failureOf(odoo.admin, { ...search, model: 'x_nothing' }),
      'an unknown field': await failureOf(odoo.admin, {
        model: 'crm.lead',
        method: 'create',
        named: { vals_list: [{ name: 'x', x_nothing: 1 }] },
      }),
      'a value that is not allowed': await failureOf(odoo.admin, {
        model: 'crm.lead',
        method: 'create',
        named: { vals_list: [{ name: 'x', type: 'nonsense' }] },
      }),
    };
    expect(refusals).toMatchObject({
      'a wrong key': { kind: 'unauthorised' },
      'an unknown model': { kind: 'unknown' },
      'an unknown field': { kind: 'unknown' },
      'a value that is not allowed': { kind: 'validation' },
    });
    for (const { message, fix } of Object.values(refusals)) expect(message.length * fix.length).toBeGreaterThan(0);
    expect(JSON.stringify(refusals)).not.toContain('not-the-key');
  });

  test('with an unknown database, a wrong address or nobody there is told in words', async () => {
    const elsewhere = await openTransport({ ...address, url: `http://127.0.0.1:${await findFreePort()}` });
    expect(elsewhere).toMatchObject({
      failure: { kind: 'unreachable', message: expect.stringContaining('Nothing listens') },
    });
    const other = answerOf(await openTransport({ ...address, db: 'no_such_database' })).transport;
    const refusal = await failureOf(other, {
      model: 'crm.lead',
      method: 'search_count',
      named: { domain: [] },
    });
    expect(refusal).toMatchObject({ kind: 'unknown' });
  });
});

async function failureOf(transport: OdooTransport, call: OdooCall): Promise<OdooFailure> {
  const answer = await transport.call(call);
  if (answer.kind === 'answered') throw new Error(`It was answered: ${JSON.stringify(answer.value)}`);
  return answer.failure;
}
