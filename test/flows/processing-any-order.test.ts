import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { hangUp, newCallId, onCall } from '../support/calls.ts';
import { type ApiCall, type ApiLead, startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
  const { id: team } = await service.api<{ id: number }>('/api/teams', 'POST', { name: 'Integration' });
  // The only member: whose turn it is must not differ between the ways of delivery.
  await service.addUser({ name: 'Meena', team_id: team });
  await service.addUser({ name: 'Asha', phone: '9800000001' });
  await service.addUser({ name: 'Ravi', phone: '9800000002' });
});

const RINGING = [
  { emp_phone: '9800000001', agentname: 'Asha' },
  { emp_phone: '9800000002', agentname: 'Ravi', dialstatus: 'BUSY' },
  { emp_phone: '9899999999', agentname: 'Nobody we know' },
  { emp_phone: '', agentname: '', groupname: '' },
];
const ENDINGS = [
  { emp_phone: '9800000002', agentname: 'Ravi', filename: '' },
  { emp_phone: '9800000001', dialstatus: 'CANCEL', answeredtime: '', disconnectedby: 'Agent' },
  { emp_phone: '', agentname: '', clicktocalldid: '', dialstatus: 'NOANSWER', answeredtime: '' },
];

/** What one customer's call is told by: a function of the call id and the number, so that it can be told again. */
type Story = (id: { callid: string; callto: string }) => object[];

const story: fc.Arbitrary<Story> = fc
  .tuple(
    fc.array(fc.constantFrom(...RINGING), { maxLength: 3 }),
    fc.array(fc.constantFrom(...ENDINGS), { minLength: 1, maxLength: 2 }),
    fc.boolean(),
  )
  .map(([ringing, endings, recorded]) => ({ callid, callto }) => [
    ...ringing.map((fields) => onCall({ callid, callto, ...fields })),
    ...endings.map((fields) => hangUp({ callid, callto, ...fields })),
    ...(recorded ? [{ callid, filename: 'https://recordings.example.com/late.wav' }] : []),
  ]);

describe('the same events make the same record and the same lead', () => {
  test('in any order, one by one or in bulk, some of them twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        story,
        fc.array(fc.infiniteStream(fc.nat()), { minLength: 2, maxLength: 2 }),
        async (tell, dice) => {
          const plain = await outcome(tell, (events) => deliver(events));
          for (const stream of dice) {
            const shuffled = (events: object[]) => shuffle([...events, ...events.slice(0, 1)], stream);
            expect(await outcome(tell, (events) => deliver(shuffled(events)))).toEqual(plain);
            expect(await outcome(tell, (events) => bulk(shuffled(events)))).toEqual(plain);
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);

  test('two calls of a new customer stand as they would one after the other when they come at once', async () => {
    const two = (callto: string) => [
      hangUp({ callto, emp_phone: '', starttime: '2026-09-21 11:40:00' }),
      hangUp({ callto, emp_phone: '', starttime: '2026-09-21 11:45:00' }),
    ];
    const [apart, together] = [two('9000003001'), two('9000003002')];
    await deliver(apart);
    await bulk(together);
    const told = async (calls: { callid: string }[]) =>
      Promise.all(calls.map(async ({ callid }) => comparable(await service.callOf(callid))));
    expect(await told(together)).toEqual(await told(apart));
  });
});

let customers = 9_000_004_000;

async function outcome(tell: Story, send: (events: object[]) => Promise<void>) {
  const callid = newCallId();
  customers += 1;
  const callto = String(customers);
  await send(tell({ callid, callto }));
  const leads = await service.leadsOf(callto);
  return { call: comparable(await service.callOf(callid)), leads: leads.map(comparableLead) };
}

async function deliver(events: object[]): Promise<void> {
  for (const event of events) await service.tell(event);
}

async function bulk(events: object[]): Promise<void> {
  expect(await service.post(events)).toMatchObject({ status: 202 });
  await service.settled();
}

/** All but what names this very call, customer or moment of writing. */
function comparable({ id, call_id, lead_id, lead_name, phone_number, create_date, write_date, ...rest }: ApiCall) {
  return { ...rest, hasLead: lead_id !== null };
}

function comparableLead({ user_id, team_id, type, is_open, call_count }: ApiLead) {
  return { user_id, team_id, type, is_open, call_count };
}

function shuffle<Item>(items: readonly Item[], dice: Iterator<number>): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Number(dice.next().value) % left.length, 1));
}
