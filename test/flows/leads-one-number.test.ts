import { expect, test } from 'vitest';
import { hangUp } from '../support/calls.ts';
import { startService } from '../support/service.ts';

const service = await startService();
const asha = await service.addUser({ name: 'Asha Rao' });

const lead = (phone: string, fields: object = {}) =>
  service.api<{ id: number }>('/api/leads', 'POST', { name: 'Family', phone, allow_duplicate: true, ...fields });
const call = async (callto: string) => {
  const sent = hangUp({ callto });
  await service.tell(sent);
  return await service.callOf(sent.callid);
};
const relink = (id: number, change: object) => service.api(`/api/call-records/${id}`, 'PATCH', change);

test('several open leads have a number: the call says so, and the one a person chooses gets the next calls', async () => {
  const phone = '9000007001';
  const [father, son] = [await lead(phone, { user_id: asha }), await lead(phone, { user_id: null })];
  const first = await call(phone);
  expect(first).toMatchObject({ lead_id: father.id, lead_candidates: [son.id], lead_rule: 'open_lead' });
  await relink(first.id, { lead_id: son.id });
  expect(await call(`+91 ${phone}`)).toMatchObject({ lead_id: son.id, lead_candidates: [father.id] });
  await relink(first.id, { lead_id: father.id });
  expect(await call(phone)).toMatchObject({ lead_id: father.id, lead_candidates: [son.id] });
  await service.api(`/api/leads/${father.id}`, 'PATCH', { active: false });
  expect(await call(phone)).toMatchObject({ lead_id: son.id, lead_candidates: [] });
});

test('a choice for one call only is not remembered', async () => {
  const phone = '9000007002';
  const [owned, other] = [await lead(phone, { user_id: asha }), await lead(phone, { user_id: null })];
  const first = await call(phone);
  await relink(first.id, { lead_id: other.id, remember_for_number: false });
  expect(await call(phone)).toMatchObject({ lead_id: owned.id });
});

test('a call put on the lead of another number is that one call, unless the number is to be remembered', async () => {
  const [known, friend] = [await lead('9000007003'), await lead('9000007004')];
  const first = await call('9000007003');
  await relink(first.id, { lead_id: friend.id });
  const second = await call('9000007003');
  expect(second).toMatchObject({ lead_id: known.id, lead_candidates: [] });
  await relink(second.id, { lead_id: friend.id, remember_for_number: true });
  expect(await call('9000007003')).toMatchObject({ lead_id: friend.id, lead_candidates: [known.id] });
});

test('what cannot be remembered is refused in words', async () => {
  const withheld = await call('anonymous');
  const { id } = await lead('9000007005');
  await expect(relink(withheld.id, { lead_id: id, remember_for_number: true })).rejects.toThrow(
    'remember_for_number needs a lead_id, and a call whose number is known.',
  );
});
