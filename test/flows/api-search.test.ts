import { beforeAll, describe, expect, test } from 'vitest';
import { CLASSIC } from '../../src/mcube/test-samples.ts';
import { hangUp, missed, newCallId } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
let twoNumbers: { id: number; calls: string[] };
let leadless: string;
beforeAll(async () => {
  service = await startService();
  const [first, second] = [missed({ callto: '9000012301' }), missed({ callto: '9000045602' })];
  await service.tell(first, second);
  const { lead_id } = await service.callOf(first.callid);
  const other = await service.callOf(second.callid);
  await service.api(`/api/leads/${lead_id}/merge`, 'POST', { lead_ids: [other.lead_id] });
  twoNumbers = { id: Number(lead_id), calls: [first.callid, second.callid] };
  leadless = newCallId();
  await service.tell({ ...CLASSIC, callid: leadless, callfrom: '9000078903', callername: 'Kavita Textiles' }, hangUp());
  const { id } = await service.callOf(leadless);
  await service.api(`/api/call-records/${id}`, 'PATCH', { lead_id: null });
});

const found = async (resource: string, words: string) =>
  (await service.api<{ data: { id: number; call_id?: string }[] }>(`/api/${resource}?q=${encodeURIComponent(words)}`))
    .data;
const callsFound = async (words: string) => (await found('call-records', words)).map(({ call_id }) => call_id).sort();

describe('A filter', () => {
  const callsBy = async (filter: string) =>
    (await service.api<{ data: { call_id: string }[] }>(`/api/call-records?${filter}`)).data.map(
      ({ call_id }) => call_id,
    );
  const spelt = (words: string) => encodeURIComponent(words);

  test.each(['Ravi Ku', 'ravi kumar', '98000 00077', '+91 9800000077', '800000077'])(
    'by the agent finds %s',
    async (words) => {
      const call = hangUp({ callto: '9000099901', agentname: 'Ravi Kumar', emp_phone: '09800000077' });
      await service.tell(call);
      expect(await callsBy(`agent_like=${spelt(words)}&call_id=${call.callid}`)).toEqual([call.callid]);
      expect(await callsBy(`agent_like=${spelt('ravi x')}&call_id=${call.callid}`)).toEqual([]);
    },
  );

  test.each(['8030000044', '+91 80300 00044', '080-3000 0044', '30000 044'])(
    'by the virtual number finds %s',
    async (words) => {
      const call = missed({ callto: '9000099902', clicktocalldid: '08030000044' });
      await service.tell(call);
      expect(await callsBy(`virtual_number_like=${spelt(words)}&call_id=${call.callid}`)).toEqual([call.callid]);
      expect(await service.api(`/api/missed-calls?virtual_number_like=${spelt(words)}`)).toMatchObject({ total: 1 });
      expect(await service.api(`/api/missed-calls?virtual_number_like=8030000045`)).toMatchObject({ total: 0 });
    },
  );
});

describe('A search finds', () => {
  test.each(['12301', '4560', '90000 456', '000-045602'])(
    'by %s, a part of any number of theirs, whoever is on the lead',
    async (words) => {
      expect(await callsFound(words)).toEqual(twoNumbers.calls.toSorted());
      expect((await found('leads', words)).map(({ id }) => id)).toContain(twoNumbers.id);
      expect(await found('missed-calls', words)).toMatchObject([{ lead_id: twoNumbers.id }]);
    },
  );

  test.each(['78903', '90000-789', 'kavita', 'a Text'])('by %s, a call that stands on no lead', async (words) => {
    expect(await callsFound(words)).toEqual([leadless]);
  });

  test.each(['4561', '78904', 'kavitha', '45'])('nothing by %s', async (words) => {
    expect(await callsFound(words)).toEqual([]);
  });
});
