import { expect, test } from 'vitest';
import { missed } from '../support/calls.ts';
import { startService } from '../support/service.ts';

const service = await startService();

test('nothing is given to somebody who is archived, and what is theirs can still be changed', async () => {
  const gone = await service.addUser({ name: 'Asha', phone: '9800000099' });
  const call = missed();
  await service.tell(call);
  const { id: callId } = await service.callOf(call.callid);
  const [lead] = await service.leadsOf('9000000001');
  const { data } = await service.api<{ data: { id: number }[] }>('/api/missed-calls');
  await service.api(`/api/leads/${lead?.id}`, 'PATCH', { user_id: gone });
  await service.api(`/api/users/${gone}`, 'PATCH', { active: false });

  const refused = /409.*Asha is archived: choose somebody who is active\./;
  await expect(service.api(`/api/call-records/${callId}`, 'PATCH', { user_id: gone })).rejects.toThrow(refused);
  await expect(service.api('/api/leads', 'POST', { name: 'New', user_id: gone })).rejects.toThrow(refused);
  await expect(service.api(`/api/missed-calls/${data[0]?.id}/assign`, 'POST', { user_id: gone })).rejects.toThrow(
    refused,
  );
  const renamed = await service.api(`/api/leads/${lead?.id}`, 'PATCH', { name: 'Ravi', user_id: gone });
  expect(renamed).toMatchObject({ name: 'Ravi', user_id: gone });
  await service.api(`/api/leads/${lead?.id}`, 'PATCH', { user_id: null });
  await expect(service.api(`/api/leads/${lead?.id}`, 'PATCH', { user_id: gone })).rejects.toThrow(refused);
});
