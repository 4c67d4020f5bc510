import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { startTestServer } from '../support/http.ts';
import { snapshotOf } from '../support/lead-snapshot.ts';
import { addCall } from '../support/rows.ts';

// Some hundred requests a run.
vi.setConfig({ testTimeout: 120_000 });

const server = await startTestServer();
const agent = await server.user(['base.group_user']);
const { kysely } = server.database;
const send = async <Body>(method: string, path: string, body?: unknown) => {
  const answer = await agent.send<Body>(method, path, body);
  expect(answer.status).toBeLessThan(300);
  return answer.body;
};
const tagIds = await Promise.all(
  ['Hot', 'Cold', 'Broker'].map(async (name) => (await send<{ id: number }>('POST', '/api/tags', { name })).id),
);

const WORDS = fc.option(fc.constantFrom('one', 'two'));
const LEAD = fc.record({
  fields: fc.record({
    ...{ contact_name: WORDS, email: WORDS, description: WORDS, next_follow_up_note: WORDS },
    next_follow_up_at: fc.option(fc.constantFrom('2031-01-01T09:30:00.123Z', '2031-01-02T09:30:00Z')),
    phone: fc.option(fc.subarray(['9000009001', '9000009002', '9000009003']).map((numbers) => numbers.join(' / '))),
    user_id: fc.constantFrom(null, agent.id),
    stage_id: fc.constantFrom(1, 4),
    tag_ids: fc.subarray(tagIds),
  }),
  chosen: fc.boolean(),
  opened: fc.boolean(),
  notes: fc.nat(2),
  calls: fc.array(
    fc.record({
      phone_sanitized: fc.constantFrom(null, '+919000009001', '+919000009002', '+919000009004'),
      lead_rule: fc.constantFrom('open_lead', 'new_lead', 'person'),
      noted: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});

let opened = 0;

/** Builds the lead over HTTP; what only the service writes, straight into its row. */
async function build({
  fields,
  chosen,
  opened: isOpened,
  notes,
  calls,
}: typeof LEAD extends fc.Arbitrary<infer T> ? T : never) {
  const { id } = await send<{ id: number }>('POST', '/api/leads', { name: 'Ravi', allow_duplicate: true, ...fields });
  if (chosen) await sql`update phone_number set chosen_at = now() where lead_id = ${id}`.execute(kysely);
  if (isOpened) {
    opened += 1;
    await sql`update crm_lead set caller_number = ${`+91980000${opened}`}, owner_call_id = ${`call-${opened}`}
      where id = ${id} and is_open`.execute(kysely);
  }
  for (let note = 0; note < notes; note += 1) await send('POST', '/api/notes', { body: 'On the lead', lead_id: id });
  for (const { noted, ...call } of calls) {
    const call_record_id = await addCall(server.database, { lead_id: id, ...call });
    if (noted) await send('POST', '/api/notes', { body: 'On the call', call_record_id });
  }
  return id;
}

test('whatever leads hold, undoing a merge gives it back row for row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(LEAD, { minLength: 2, maxLength: 3 }), LEAD, async (merged, bystander) => {
      const ids: number[] = [];
      for (const lead of [...merged, bystander]) ids.push(await build(lead));
      const [kept, ...others] = ids.slice(0, -1);
      const before = await snapshotOf(server.database, ids);
      const { merge_id } = await send<{ merge_id: number }>('POST', `/api/leads/${kept}/merge`, { lead_ids: others });
      const after = await snapshotOf(server.database, ids);
      expect(after).not.toEqual(before);
      expect(await snapshotOf(server.database, ids.slice(-1))).toEqual(
        before.filter((line) => new RegExp(`^crm_lead .*"id": ${ids.at(-1)},|"lead_id": ${ids.at(-1)}\\b`).test(line)),
      );
      await send('POST', `/api/lead-merges/${merge_id}/undo`);
      expect(await snapshotOf(server.database, ids)).toEqual(before);
    }),
    { numRuns: 15 },
  );
});
