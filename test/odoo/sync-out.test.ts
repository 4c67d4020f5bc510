import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { normalisePhoneNumber } from '../../src/models/phone-number.ts';
import { readId, textOf } from '../../src/odoo/transport/read-rows.ts';
import type { Customer } from '../../src/simulate/customers.ts';
import { hangUp, missed, newCallId, onCall } from '../support/calls.ts';
import { startService, type TestService, until } from '../support/service.ts';
import { VERSIONS } from './server/roots.ts';
import { planBusyDay, spellOddly } from './support/busy-day.ts';
import { connect, delivered, type OdooStatus, startConnected } from './support/connected.ts';
import { openLossyWay } from './support/lossy-way.ts';
import { makeApiKey } from './support/make-api-key.ts';
import { ADMIN, startOdooWithModule, type TestOdoo } from './support/odoo.ts';
import { addPerson, SALESMAN } from './support/people.ts';
import { signIn } from './support/web-session.ts';

describe.each(VERSIONS)('To Odoo %i', async (version) => {
  const odoo = await startOdooWithModule(version);
  const asha = await addPerson(odoo, 'asha', SALESMAN);
  const ravi = await addPerson(odoo, 'ravi', SALESMAN);
  const service = await startConnected(odoo);

  test('go a call, its lead and a word in the chatter, and what becomes of them', async () => {
    const callid = newCallId();
    await service.tell(onCall({ callid, callto: '9000000101' }));
    await delivered(service);
    const [ringing] = await callsOf(odoo, '9000000101');
    expect(ringing).toMatchObject({
      x_call_id: callid,
      x_outcome: 'in_progress',
      x_name: 'Inbound call from 9000000101',
    });
    const leadId = readId(ringing?.x_lead_id) ?? 0;
    expect(await notesOf(odoo, leadId)).toEqual([]);

    await service.tell(hangUp({ callid, callto: '9000000101' }));
    await delivered(service);
    expect(await callsOf(odoo, '9000000101')).toMatchObject([
      {
        x_outcome: 'answered',
        x_duration: 4,
        x_call_date: '2026-09-21 06:19:57',
        x_has_recording: true,
        x_agent_name: 'Asha',
      },
    ]);
    const [note, ...others] = await notesOf(odoo, leadId);
    expect(others).toEqual([]);
    expect(note).toContain('Inbound call from 9000000101, Asha: answered, 4 s.');
    expect(note).toContain(`data-oe-id="${Number(ringing?.id)}"`);
    expect(await odoo.rows('crm.lead', [['id', '=', leadId]], ['phone', 'x_call_count'])).toMatchObject([
      { phone: '9000000101', x_call_count: 1 },
    ]);

    await service.api(`/api/call-records/${(await service.callOf(callid)).id}`, 'DELETE');
    await delivered(service);
    expect(await callsOf(odoo, '9000000101')).toEqual([]);
  });

  test('go twenty first calls of one number as one lead', async () => {
    const calls = Array.from({ length: 20 }, () => missed({ callto: '9000000102' }));
    await Promise.all(calls.map((call) => service.post(call)));
    await service.settled();
    await delivered(service);
    const records = await callsOf(odoo, '9000000102');
    expect(records).toHaveLength(20);
    expect(new Set(records.map(({ x_lead_id }) => readId(x_lead_id))).size).toBe(1);
    expect(await leadsWith(odoo, '9000000102')).toHaveLength(1);
    expect(await notesOf(odoo, readId(records[0]?.x_lead_id) ?? 0)).toHaveLength(20);
  });

  test('goes a customer whom Odoo has as a contact: the lead is the contact’s, for its salesperson, its number untouched', async () => {
    const [contact] = await create('res.partner', { name: 'Meera', phone: '+91 90000 00103', user_id: ravi.id });
    await service.tell(hangUp({ callto: '9000000103' }));
    await delivered(service);
    const [lead, ...others] = await leadsOf(odoo, '9000000103');
    expect(others).toEqual([]);
    expect(lead).toMatchObject({ partner_id: [contact, 'Meera'], user_id: [ravi.id, 'ravi'] });
    expect(await odoo.rows('res.partner', [['id', '=', contact]], ['phone'])).toMatchObject([
      { phone: '+91 90000 00103' },
    ]);
  });

  test('is not gone through by what only this service may see: people there see the calls that are theirs', async () => {
    await odoo.call('res.users', 'write', { vals: { x_mcube_virtual_number: '8030000041' } }, [asha.id]);
    await odoo.call('res.users', 'write', { vals: { x_mcube_virtual_number: '8030000042' } }, [ravi.id]);
    await until(
      'the numbers are known here',
      async () => {
        const { data } = await service.api<{ data: { mcube_virtual_number: string | null }[] }>('/api/users');
        return data.filter(({ mcube_virtual_number }) => mcube_virtual_number?.startsWith('80300000')).length === 2;
      },
      60,
    );
    await service.tell(
      hangUp({ callto: '9000000104', clicktocalldid: '8030000041' }),
      hangUp({ callto: '9000000105', clicktocalldid: '8030000042' }),
    );
    await delivered(service);
    expect(await leadsOf(odoo, '9000000104')).toMatchObject([{ user_id: [asha.id, 'asha'] }]);
    const seen = async ({ login, password }: typeof asha) => {
      const session = await signIn({ url: odoo.url, db: odoo.db, login, password });
      const rows = await session.call('x_mcube_call_record', 'search_read', [
        [['x_phone_number', 'in', ['9000000104', '9000000105']]],
        ['x_phone_number'],
      ]);
      return Array.isArray(rows) ? rows.map((row) => row.x_phone_number) : rows;
    };
    expect(await seen(asha)).toEqual(['9000000104']);
    expect(await seen(ravi)).toEqual(['9000000105']);
  });

  test('does not go what Odoo refuses: it is told why, holds nobody else up, and goes once that is mended', async () => {
    await odoo.sql(
      "alter table x_mcube_call_record add constraint no_such_number check (x_phone_number <> '9000000107')",
    );
    await Promise.all(['9000000106', '9000000107', '9000000108'].map((callto) => service.post(hangUp({ callto }))));
    await service.settled();
    await delivered(service);
    expect(await callsOf(odoo, '9000000106')).toHaveLength(1);
    expect(await callsOf(odoo, '9000000108')).toHaveLength(1);
    const { data } = await service.api<{ data: Record<string, unknown>[] }>('/api/odoo-deliveries?state=failed');
    expect(data).toMatchObject([
      {
        model: 'mcube.call.record',
        name: '9000000107',
        attempts: 1,
        reason: expect.stringContaining('does not accept'),
      },
    ]);
    expect(textOf(data[0]?.fix)).not.toBe('');
    await odoo.sql('alter table x_mcube_call_record drop constraint no_such_number');
    expect(await service.api('/api/odoo-deliveries/replay', 'POST', { state: 'failed' })).toEqual({ deliveries: 1 });
    await delivered(service);
    expect(await callsOf(odoo, '9000000107')).toHaveLength(1);
  });

  test('goes what was there before, without a word in the chatter; connected again, nothing goes twice', async () => {
    const [typed] = await create('crm.lead', { name: 'Typed', phone: '090000-00113', type: 'opportunity' });
    const second = await startService();
    await second.tell(hangUp({ callto: '9000000112' }), hangUp({ callto: '9000000113' }));
    const way = [
      { url: odoo.url, db: odoo.db },
      { login: ADMIN.login, key: odoo.adminKey },
    ] as const;
    await connect(second, ...way);
    await delivered(second);
    const [older] = await callsOf(odoo, '9000000112');
    expect(await notesOf(odoo, readId(older?.x_lead_id) ?? 0)).toEqual([]);
    expect(await callsOf(odoo, '9000000113')).toMatchObject([{ x_lead_id: [typed, 'Typed'] }]);
    await second.tell(hangUp({ callto: '9000000112' }));
    await delivered(second);
    expect(await notesOf(odoo, readId(older?.x_lead_id) ?? 0)).toHaveLength(1);
    const before = await countThere(odoo);
    await second.api('/api/odoo', 'DELETE');
    await connect(second, ...way);
    await delivered(second);
    await until('all is read anew', async () => (await status(second)).following !== null, 60);
    await delivered(second);
    expect(await countThere(odoo)).toEqual(before);
    await second.stop();
  });

  test('goes nothing back of what was edited there while something else was on its way', async () => {
    const way = await openLossyWay(odoo.url);
    const second = await startConnected({ ...odoo, url: way.url });
    await second.tell(hangUp({ callto: '9000000114' }));
    await delivered(second);
    const leadHere = async () => (await second.leadsOf('9000000114'))[0];
    const lead = await leadHere();
    const [there] = await leadsWith(odoo, '9000000114');
    const isFollowed = second.database.kysely
      .selectFrom('odoo_record')
      .select('odoo_id')
      .where('model', '=', 'crm.lead')
      .where('odoo_id', '=', Number(there?.id));
    await until('it is followed', async () => (await isFollowed.execute()).length === 1, 60);
    const { held, letGo } = way.holdNext('crm.lead', 'search_read', `["id","in",[${Number(there?.id)}]]`);
    await second.api(`/api/leads/${lead?.id}`, 'PATCH', { email: 'meera@example.com' });
    await held;
    await odoo.call('crm.lead', 'write', { vals: { name: 'Meera, two flats' } }, [Number(there?.id)]);
    await until('the name is here', async () => (await leadHere())?.name === 'Meera, two flats', 60);
    letGo();
    await delivered(second);
    expect(await leadsWith(odoo, '9000000114')).toMatchObject([{ name: 'Meera, two flats' }]);
    await second.stop();
  });

  test('go no recordings where not all may hear everything; reconciling follows the setting', async () => {
    const closed = await startConnected(odoo, { environment: { MCUBE_RECORDING_SCOPE: 'team' } });
    await closed.tell(hangUp({ callto: '9000000117' }));
    await delivered(closed);
    expect(await callsOf(odoo, '9000000117')).toMatchObject([{ x_outcome: 'answered', x_has_recording: false }]);
    await closed.stop();
    const open = await startService({ database: closed.database });
    await open.api('/api/odoo/reconcile', 'POST', {});
    await delivered(open);
    expect(await callsOf(odoo, '9000000117')).toMatchObject([{ x_has_recording: true }]);
    await open.stop();
  });

  test('goes no second lead of a customer who is another lead there: a person is told, and merging the two here ends it', async () => {
    const way = await openLossyWay(odoo.url);
    const second = await startConnected({ ...odoo, url: way.url });
    await second.tell(hangUp({ callto: '9000000115' }));
    await delivered(second);
    const [there] = await leadsWith(odoo, '9000000115');
    // Their number becomes another one there, and they call from it before that is read here.
    const { held, letGo } = way.holdNext('crm.lead', 'search_read', '"write_date"');
    await held;
    await odoo.call('crm.lead', 'write', { vals: { phone: '9000000116' } }, [Number(there?.id)]);
    await second.tell(hangUp({ callto: '9000000116' }));
    await until('it is told', async () => (await failures(second)).length > 0, 60);
    expect(await failures(second)).toMatchObject([
      { model: 'crm.lead', fix: expect.stringContaining('Merge the two leads here') },
    ]);
    letGo();
    expect(await leadsWith(odoo, '9000000116')).toHaveLength(1);
    const [first] = await second.leadsOf('9000000115');
    const fresh = (await second.leadsOf('9000000116')).find(({ id }) => id !== first?.id);
    await second.api(`/api/leads/${first?.id}/merge`, 'POST', { lead_ids: [fresh?.id] });
    await delivered(second);
    expect(await failures(second)).toEqual([]);
    expect(await leadsWith(odoo, '9000000116')).toHaveLength(1);
    expect(await callsOf(odoo, '9000000116')).toMatchObject([{ x_lead_id: [there?.id, expect.any(String)] }]);
    await second.stop();
  });

  test('goes nothing twice when answers are lost', async () => {
    const way = await openLossyWay(odoo.url);
    const second = await startConnected({ ...odoo, url: way.url });
    for (const [model, method] of [
      ['crm.lead', 'load'],
      ['x_mcube_call_record', 'create'],
      ['mail.message', 'create'],
    ] as const)
      way.loseNext(model, method);
    await second.tell(hangUp({ callto: '9000000109' }));
    second.clock.turn(60);
    await until(
      'three answers are lost',
      () => {
        second.clock.turn(60);
        return way.lost() === 3;
      },
      60,
    );
    second.clock.turn(600);
    await delivered(second);
    const [record, ...others] = await callsOf(odoo, '9000000109');
    expect(others).toEqual([]);
    expect(await leadsWith(odoo, '9000000109')).toHaveLength(1);
    expect(await notesOf(odoo, readId(record?.x_lead_id) ?? 0)).toHaveLength(1);
    await second.stop();
  });

  // What PostgreSQL says to Odoo is said by a trigger: a disk that is really full would be so for the whole machine.
  test.each(['crm_lead', 'x_mcube_call_record', 'mail_message'])(
    'goes nothing while the disk there is full at %s, which is told; once there is room everything goes, once',
    async (table) => {
      const number = `90000002${String(table.length).padStart(2, '0')}`;
      await odoo.sql(`
        create function no_room() returns trigger language plpgsql as $$ begin
          raise exception using errcode = 'disk_full', message = 'could not extend file "base/16384/16999": No space left on device',
            hint = 'Check free disk space.';
        end $$`);
      await odoo.sql(`create trigger no_room before insert on ${table} for each row execute function no_room()`);
      try {
        await service.tell(hangUp({ callto: number }));
        const told = await toldOf(service, 'unreachable');
        expect(told).toMatchObject({
          reason: "The disk of Odoo's server, or of its database, is full.",
          fix: 'Make room there; what waits goes on by itself then.',
        });
      } finally {
        await odoo.sql(`drop function no_room cascade`);
      }
      service.clock.turn(120);
      await delivered(service);
      expect(await failures(service)).toEqual([]);
      const [record, ...others] = await callsOf(odoo, number);
      expect(others).toEqual([]);
      expect(await leadsWith(odoo, number)).toHaveLength(1);
      expect(await notesOf(odoo, readId(record?.x_lead_id) ?? 0)).toHaveLength(1);
    },
  );

  test('goes nothing with a key that is no longer good, which is told; with another one everything goes', async () => {
    await service.api('/api/odoo', 'DELETE');
    const limited = await addPerson(odoo, `limited`, SALESMAN);
    const limitedKey = { login: limited.login, key: await keyOf(odoo, limited) };
    await expect(connect(service, odoo, limitedKey)).rejects.toThrow(/may not (create|write|read).*MCUBE Service/);

    const user = await addPerson(odoo, 'mcube', 'mcube_integration.group_mcube_service');
    await connect(service, odoo, { login: user.login, key: await keyOf(odoo, user) });
    await service.tell(hangUp({ callto: '9000000110' }));
    await delivered(service);
    expect(await callsOf(odoo, '9000000110')).toHaveLength(1);
    expect(await notesOf(odoo, readId((await callsOf(odoo, '9000000110'))[0]?.x_lead_id) ?? 0)).toHaveLength(1);

    await odoo.sql('delete from res_users_apikeys where user_id = $1', [user.id]);
    // Behind Odoo's back; any parameter that is set makes it forget whose keys were good.
    await odoo.call('ir.config_parameter', 'set_param', { key: 'mcube.test', value: 'forget' });
    await service.tell(hangUp({ callto: '9000000111' }));
    const refused = await toldOf(service, 'refused');
    expect(refused?.reason).toContain('does not accept the login or the API key');
    expect(refused?.fix).toContain('make a new API key');
    expect((await status(service)).queue.waiting).toBeGreaterThan(0);
    await connect(service, odoo, { login: user.login, key: await keyOf(odoo, user) });
    await delivered(service);
    expect(await callsOf(odoo, '9000000111')).toHaveLength(1);
  });

  async function create(model: string, ...values: object[]): Promise<number[]> {
    const ids = await odoo.call(model, 'create', { vals_list: values });
    return Array.isArray(ids) ? ids.map(Number) : [Number(ids)];
  }
});

test.each(VERSIONS)(
  '500 calls of 60 customers, half of them typed into Odoo %i by hand before, through an outage and a kill',
  async (version) => {
    const odoo = await startOdooWithModule(version);
    const customers = Array.from({ length: 60 }, (_, index): Customer => {
      const number = `+9190000${String(10_000 + index * 7).padStart(5, '0')}`;
      return { kind: 'person', number, name: `Customer ${index}`, email: '' };
    });
    const typed = customers.slice(0, 30);
    const vals_list = typed.map(({ name, number }, index) => ({
      name,
      type: 'opportunity',
      phone: spellOddly(number, index),
    }));
    const made = await odoo.call('crm.lead', 'create', { vals_list });
    const typedIds = new Set(Array.isArray(made) ? made.map(Number) : []);
    const user = await addPerson(odoo, 'mcube', 'mcube_integration.group_mcube_service');
    const service = await startConnected(odoo, { login: user.login, key: await keyOf(odoo, user) });
    // Two processes on one database: one has its turn, the other takes over.
    const other = await startService({ database: service.database, clock: service.clock });
    const day = planBusyDay({ calls: 500, customers, startAt: service.clock.now() });
    const thirds = [0, 1, 2, 3].map((third) => Math.floor((day.events.length * third) / 3));
    const post = async (from = 0, to = 0) => {
      for (const { body, contentType } of day.events.slice(from, to))
        expect(await service.post(body, contentType)).toMatchObject({ status: 202 });
    };

    await post(thirds[0], thirds[1]);
    await odoo.end('SIGTERM');
    await post(thirds[1], thirds[2]);
    await service.settled();
    // What broke off at first may have been a call under way; the next look finds nobody.
    service.clock.turn(5);
    await expect
      .poll(async () => (await status(service)).connection, { timeout: 30_000 })
      .toMatchObject({ state: 'unreachable', reason: expect.stringContaining('Nothing listens') });
    const away = await status(service);
    expect(await failures(service)).toEqual([]);
    expect(away.queue.waiting).toBeGreaterThan(50);
    await odoo.start();
    service.clock.turn(120);
    const last = post(thirds[2], thirds[3]);
    const isFilling = async () => {
      await sleep(100);
      return (await odoo.sql('select from x_mcube_call_record')).length > 200;
    };
    await until('Odoo is being filled', isFilling, 60);
    await odoo.end('SIGKILL');
    await odoo.start();
    await last;
    await service.settled();
    await other.stop();
    service.clock.turn(120);
    await delivered(service, 200);

    expect(await failures(service)).toEqual([]);
    const records = await odoo.rows('x_mcube_call_record', [], ['x_call_id', 'x_lead_id']);
    const leads = await odoo.rows('crm.lead', [], ['phone', 'name']);
    const numberOfLead = new Map(leads.map(({ id, phone }) => [Number(id), normalisePhoneNumber(textOf(phone), 'IN')]));
    const numbers = [...numberOfLead.values()];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(records.map(({ x_call_id }) => x_call_id).sort()).toEqual(day.calls.map(({ callId }) => callId).sort());
    const truth = new Map(day.calls.map(({ callId, customer }) => [callId, customer]));
    for (const { x_call_id, x_lead_id } of records) {
      const customer = truth.get(textOf(x_call_id));
      const lead = readId(x_lead_id);
      if (customer?.kind === 'withheld') expect(lead).toBeUndefined();
      else expect(numberOfLead.get(lead ?? 0)).toBe(customer?.number);
    }
    const called = new Set(day.calls.map(({ customer }) => customer.number));
    const withCalls = new Set(records.map(({ x_lead_id }) => readId(x_lead_id)));
    expect(typed.filter(({ number }) => called.has(number)).length).toBe(
      [...typedIds].filter((id) => withCalls.has(id)).length,
    );
    const notes = await odoo.sql(
      "select message_id, count(*)::integer as told from mail_message where message_id like '<mcube-call-%' group by 1",
    );
    const answerable = records.filter(({ x_lead_id }) => readId(x_lead_id) !== undefined);
    expect(notes).toHaveLength(answerable.length);
    expect(notes.filter(({ told }) => told !== 1)).toEqual([]);
  },
  480_000,
);

/** What is told of the connection the moment it is in this state: an answer that was on its way may take it back again. */
async function toldOf(service: TestService, state: string): Promise<OdooStatus['connection']> {
  let told: OdooStatus['connection'] | undefined;
  await until(
    `the connection is ${state}`,
    async () => {
      told = (await status(service)).connection;
      return told?.state === state;
    },
    60,
  );
  return told ?? null;
}

async function status({ api }: TestService): Promise<OdooStatus> {
  return await api<OdooStatus>('/api/odoo');
}

async function failures({ database }: TestService) {
  return await database.kysely.selectFrom('odoo_delivery').selectAll().where('state', '=', 'failed').execute();
}

async function callsOf(odoo: TestOdoo, number: string) {
  const fields = [
    'x_call_id',
    'x_name',
    'x_outcome',
    'x_duration',
    'x_call_date',
    'x_has_recording',
    'x_agent_name',
    'x_lead_id',
  ];
  return await odoo.rows('x_mcube_call_record', [['x_phone_number', '=', number]], fields);
}

async function countThere(odoo: TestOdoo) {
  return await odoo.sql(`select (select count(*) from x_mcube_call_record) as calls, (select count(*) from crm_lead) as leads,
    (select count(*) from mail_message) as messages, (select max(write_date) from x_mcube_call_record) as written`);
}

async function leadsOf(odoo: TestOdoo, number: string) {
  const domain = [['phone_mobile_search', 'ilike', number]];
  return await odoo.rows('crm.lead', domain, ['name', 'partner_id', 'user_id', 'phone']);
}

/** Archived ones too. */
async function leadsWith(odoo: TestOdoo, number: string) {
  return await odoo.sql('select id, name from crm_lead where phone like $1', [`%${number}`]);
}

async function notesOf(odoo: TestOdoo, leadId: number): Promise<string[]> {
  const domain = [
    ['model', '=', 'crm.lead'],
    ['res_id', '=', leadId],
    ['message_id', 'like', 'mcube-call'],
  ];
  return (await odoo.rows('mail.message', domain, ['body'])).map(({ body }) => textOf(body));
}

async function keyOf(odoo: TestOdoo, { login, password }: { login: string; password: string }): Promise<string> {
  return await makeApiKey({ url: odoo.url, db: odoo.db, login, password });
}
