import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { lockCallRecords } from '../../src/models/call-record.ts';
import { hangUp, missed, onCall } from '../support/calls.ts';
import { snapshotOf } from '../support/lead-snapshot.ts';
import { expectRollupsToEqualARecount } from '../support/rollups.ts';
import { startService, until } from '../support/service.ts';

type Lead = { id: number; phone_numbers: string[]; call_count: number } & Record<string, unknown>;
type Merge = { lead: Lead; merge_id: number };

const service = await startService();
const asha = await service.addUser({ name: 'Asha Rao' });
const { kysely } = service.database;

let customers = 9_000_008_000;
const newNumber = () => {
  customers += 1;
  return String(customers);
};
const lead = (fields: object) =>
  service.api<Lead>('/api/leads', 'POST', { name: 'Ravi', allow_duplicate: true, ...fields });
const read = (id: number) => service.api<Lead>(`/api/leads/${id}`);
const merge = (id: number, ...lead_ids: number[]) => service.api<Merge>(`/api/leads/${id}/merge`, 'POST', { lead_ids });
const undo = (id: number) => service.api<{ lead_ids: number[] }>(`/api/lead-merges/${id}/undo`, 'POST');
/** A call of the number, as it is once it was processed. */
const call = async (callto: string, fields: object = {}) => {
  const sent = hangUp({ callto, ...fields });
  await service.tell(sent);
  return await service.callOf(sent.callid);
};
/** A lead as the service opens it, with a call. */
const caller = async () => {
  const number = newNumber();
  const first = await call(number);
  return { number, call: first, id: first.lead_id ?? 0 };
};

describe('merging', () => {
  test('gives the kept lead what the others hold, and archives them', async () => {
    const [hot, cold] = await Promise.all(
      ['Hot', 'Cold'].map((name) => service.api<{ id: number }>('/api/tags', 'POST', { name })),
    );
    const kept = await lead({ phone: newNumber(), tag_ids: [hot?.id], next_follow_up_at: '2031-02-01T09:30:00Z' });
    const other = await caller();
    await service.api(`/api/leads/${other.id}`, 'PATCH', {
      ...{
        email: 'ravi@example.com',
        description: 'Wants 3 rooms',
        contact_name: 'Ravi Kumar',
        tag_ids: [hot?.id, cold?.id],
      },
      ...{ next_follow_up_at: '2031-01-01T09:30:00Z', next_follow_up_note: 'Send the plan' },
    });
    await service.api('/api/notes', 'POST', { body: 'On the lead', lead_id: other.id });
    await service.api('/api/notes', 'POST', { body: 'On the call', call_record_id: other.call.id });

    const { lead: merged, merge_id } = await merge(kept.id, other.id);
    expect(merged).toMatchObject({
      id: kept.id,
      ...{ email: 'ravi@example.com', description: 'Wants 3 rooms', contact_name: 'Ravi Kumar' },
      ...{
        tag_names: ['Cold', 'Hot'],
        next_follow_up_at: '2031-01-01T09:30:00.000Z',
        next_follow_up_note: 'Send the plan',
      },
      phone_numbers: [...kept.phone_numbers, `+91${other.number}`],
      ...{ call_count: 1, last_note: { body: 'On the call' } },
    });
    expect((await service.api<{ total: number }>(`/api/notes?lead_id=${kept.id}`)).total).toBe(2);
    expect(await read(other.id)).toMatchObject({
      active: false,
      is_open: false,
      merged_into_id: kept.id,
      call_count: 0,
    });
    for (const id of [kept.id, other.id])
      expect(await service.api(`/api/lead-merges?lead_id=${id}`)).toMatchObject({
        data: [
          { id: merge_id, lead_id: kept.id, merged_ids: [other.id], user_name: 'Administrator', undone_date: null },
        ],
        total: 1,
      });
    await expectRollupsToEqualARecount(service.database);
  });

  test('lets the next call of every number reach the kept lead, and its later events as well', async () => {
    const [kept, other] = [await caller(), await caller()];
    const ringing = onCall({ callto: other.number });
    await service.tell(ringing);
    await merge(kept.id, other.id);
    await service.tell(hangUp({ callid: ringing.callid, callto: other.number }));
    expect(await service.callOf(ringing.callid)).toMatchObject({ lead_id: kept.id, outcome: 'answered' });
    for (const number of [kept.number, other.number])
      expect(await call(number)).toMatchObject({ lead_id: kept.id, lead_rule: 'open_lead', lead_candidates: [] });
    await expectRollupsToEqualARecount(service.database);
  });

  test('waits for calls that are being written, so that none is left on a merged lead', async () => {
    const [kept, other] = [await caller(), await caller()];
    let merging: Promise<Merge> | undefined;
    await kysely.transaction().execute(async (tx) => {
      // As every batch begins: by its last statement it has chosen its leads for long.
      await lockCallRecords(tx, ['late-call']);
      merging = merge(kept.id, other.id);
      await until('the merge waits', async () => {
        const { rows } = await sql`
          select from pg_locks where relation = 'mcube_call_record'::regclass and not granted`.execute(kysely);
        return rows.length > 0;
      });
      await sql`
        insert into mcube_call_record (call_id, lead_id, call_date, direction, outcome, family, merge_ranks, lead_rule, user_rule, assignment)
        values ('late-call', ${other.id}, now(), 'inbound', 'missed', 'cloud', '-', 'open_lead', 'nobody', '')`.execute(
        tx,
      );
    });
    await merging;
    expect(await service.callOf('late-call')).toMatchObject({ lead_id: kept.id });
    // It came past the rollups.
    await sql`delete from mcube_call_record where call_id = 'late-call'`.execute(kysely);
  });

  test('amid calls that arrive loses and doubles nothing', async () => {
    const pairs = await Promise.all([1, 2, 3, 4].map(async () => [await caller(), await caller()] as const));
    const calls = pairs.flatMap(([, other]) => [1, 2, 3, 4, 5].map(() => hangUp({ callto: other.number })));
    const posts = calls.map((sent) => service.post(sent));
    await Promise.all(pairs.map(([kept, other]) => merge(kept.id, other.id)));
    await Promise.all(posts);
    await service.settled();
    for (const [kept, other] of pairs) {
      expect(await read(kept.id)).toMatchObject({ call_count: 7 });
      expect(await read(other.id)).toMatchObject({ call_count: 0 });
      expect((await service.leadsOf(other.number)).map(({ id }) => id)).toEqual([kept.id]);
    }
  });

  test('takes a note that was meant for the merged lead', async () => {
    const [kept, other] = [await caller(), await caller()];
    await merge(kept.id, other.id);
    expect(await service.api('/api/notes', 'POST', { body: 'Still typing', lead_id: other.id })).toMatchObject({
      lead_id: kept.id,
    });
  });

  test('is refused in words where it makes no sense', async () => {
    const [kept, other, third] = [await caller(), await caller(), await caller()];
    await expect(merge(kept.id, kept.id)).rejects.toThrow('A lead cannot be merged into itself.');
    await expect(merge(kept.id, 999_999)).rejects.toThrow('lead_ids names lead 999999, which does not exist.');
    await expect(merge(999_999, kept.id)).rejects.toThrow('404');
    await merge(kept.id, other.id);
    await expect(merge(third.id, other.id)).rejects.toThrow(`was merged into lead ${kept.id} already.`);
    await expect(merge(other.id, third.id)).rejects.toThrow(`was merged into lead ${kept.id} already.`);
    const frozen = `This lead was merged into lead ${kept.id}: change that one, or undo the merge.`;
    await expect(service.api(`/api/leads/${other.id}`, 'PATCH', { active: true })).rejects.toThrow(frozen);
    await expect(service.api(`/api/call-records/${third.call.id}`, 'PATCH', { lead_id: other.id })).rejects.toThrow(
      `Lead ${other.id} was merged into lead ${kept.id}: choose that one.`,
    );
    await service.api(`/api/leads/${third.id}`, 'PATCH', { active: false });
    await expect(merge(third.id, kept.id)).rejects.toThrow('is archived: make it active before you merge into it.');
  });
});

describe('undoing', () => {
  test('restores both sides, and calls find them as before', async () => {
    const [kept, other] = [await caller(), await caller()];
    const before = await snapshotOf(service.database, [kept.id, other.id]);
    const { merge_id } = await merge(kept.id, other.id);
    expect(await undo(merge_id)).toEqual({ lead_ids: [other.id] });
    expect(await snapshotOf(service.database, [kept.id, other.id])).toEqual(before);
    expect(await call(other.number)).toMatchObject({ lead_id: other.id });
    expect(await call(kept.number)).toMatchObject({ lead_id: kept.id });
    await expect(undo(merge_id)).rejects.toThrow('This merge was undone already.');
    await expectRollupsToEqualARecount(service.database);
  });

  test('takes the missed calls along both ways: one row for one person, and what people did stays on it', async () => {
    const numbers = [newNumber(), newNumber()];
    const calls = numbers.map((callto) => missed({ callto }));
    await service.tell(...calls);
    const [kept = 0, other = 0] = await Promise.all(
      calls.map(async ({ callid }) => (await service.callOf(callid)).lead_id ?? 0),
    );
    const queue = async () => {
      const { data } = await service.api<{ data: Row[] }>(
        `/api/missed-calls?lead_id=${kept}&lead_id=${other}&sort=lead_id`,
      );
      return data.map(({ write_date, create_date, waiting_seconds, id, ...row }) => row);
    };
    type Row = Record<'id' | 'write_date' | 'create_date' | 'waiting_seconds' | 'lead_id' | 'state' | 'tries', unknown>;
    const { data } = await service.api<{ data: { id: number }[] }>(`/api/missed-calls?lead_id=${other}`);
    await service.api(`/api/missed-calls/${data[0]?.id}/take`, 'POST');
    const before = await queue();
    expect(before).toMatchObject([
      { lead_id: kept, state: 'open', tries: 1 },
      { lead_id: other, state: 'open', tries: 1 },
    ]);
    const { merge_id } = await merge(kept, other);
    expect(await queue()).toMatchObject([{ lead_id: kept, state: 'open', tries: 2 }]);
    await undo(merge_id);
    expect(await queue()).toEqual(before);
    await merge(kept, other);
    await call(numbers[1] ?? '', { starttime: '2026-09-21 11:55:00', endtime: '2026-09-21 11:56:00' });
    expect(await queue()).toMatchObject([{ lead_id: kept, state: 'closed', tries: 2 }]);
  });

  test('leaves a call that came since on the kept lead, unless only a restored lead had its number', async () => {
    const [kept, other] = [await caller(), await caller()];
    const { merge_id } = await merge(kept.id, other.id);
    const [own, theirs, placed] = [await call(kept.number), await call(other.number), await call(other.number)];
    await service.api(`/api/call-records/${placed.id}`, 'PATCH', { lead_id: kept.id });
    await undo(merge_id);
    expect(await service.callOf(own.call_id)).toMatchObject({ lead_id: kept.id });
    expect(await service.callOf(theirs.call_id)).toMatchObject({ lead_id: other.id });
    expect(await service.callOf(placed.call_id)).toMatchObject({ lead_id: kept.id, lead_rule: 'person' });
  });

  test('leaves what people did since', async () => {
    const [kept, other, third] = [await caller(), await caller(), await caller()];
    await service.api(`/api/leads/${other.id}`, 'PATCH', { email: 'a@example.com', description: 'Theirs' });
    const { merge_id } = await merge(kept.id, other.id);
    await service.api(`/api/leads/${kept.id}`, 'PATCH', {
      description: 'Theirs, and a garage',
      stage_id: 2,
      user_id: asha,
    });
    await service.api(`/api/call-records/${other.call.id}`, 'PATCH', { lead_id: third.id });
    await service.api('/api/notes', 'POST', { body: 'Since', lead_id: kept.id });
    await undo(merge_id);
    expect(await read(kept.id)).toMatchObject({
      ...{ email: null, description: 'Theirs, and a garage', stage_id: 2, user_id: asha, last_note: { body: 'Since' } },
    });
    expect(await read(other.id)).toMatchObject({ email: 'a@example.com', description: 'Theirs', call_count: 0 });
    expect(await service.callOf(other.call.call_id)).toMatchObject({ lead_id: third.id });
  });

  test('goes back step by step', async () => {
    const [one, two, three] = [await caller(), await caller(), await caller()];
    const all = [one.id, two.id, three.id];
    const before = await snapshotOf(service.database, all);
    const [first, second] = [await merge(two.id, three.id), await merge(one.id, two.id)];
    const between = await call(three.number);
    expect(between).toMatchObject({ lead_id: one.id });
    await expect(undo(first.merge_id)).rejects.toThrow(`was itself merged into lead ${one.id} since: undo that first.`);
    await service.api(`/api/call-records/${between.id}`, 'DELETE');
    await undo(second.merge_id);
    await undo(first.merge_id);
    expect(await snapshotOf(service.database, all)).toEqual(before);
    const [again, later] = [await merge(one.id, two.id), await merge(one.id, three.id)];
    await expect(undo(again.merge_id)).rejects.toThrow(`undo merge ${later.merge_id} first.`);
  });

  test('is refused while another lead has the number that a restored one was opened for', async () => {
    const [kept, other] = [await caller(), await caller()];
    const { merge_id } = await merge(kept.id, other.id);
    await service.api(`/api/leads/${kept.id}`, 'PATCH', { active: false });
    const rival = await call(other.number);
    await expect(undo(merge_id)).rejects.toThrow(`was opened for +91${other.number} since, and only one can be`);
    expect(await read(other.id)).toMatchObject({ merged_into_id: kept.id });
    await service.api(`/api/leads/${rival.lead_id}`, 'PATCH', { active: false });
    expect(await undo(merge_id)).toEqual({ lead_ids: [other.id] });
    expect(await call(other.number)).toMatchObject({ lead_id: other.id });
  });
});
