import { beforeAll, describe, expect, test } from 'vitest';
import { hangUp, missed } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
  // Equal in most of what they can be sorted by, and without a virtual number's owner.
  const calls = Array.from({ length: 4 }, (_, index) => [
    hangUp({ callto: `900000001${index}` }),
    missed({ callto: `900000002${index}` }),
  ]);
  await service.tell(...calls.flat());
});

type Neighbours = { previous: number | null; next: number | null };
const neighbours = (resource: string, id: number, query = '') =>
  service.api<Neighbours>(`/api/${resource}/${id}/neighbours?${query}`);

/** Every record from the first on, each found as the next of the one before; and back again. */
async function walk(resource: string, query: string): Promise<{ listed: number[]; there: number[]; back: number[] }> {
  const { data } = await service.api<{ data: { id: number }[] }>(`/api/${resource}?${query}`);
  const listed = data.map(({ id }) => id);
  const follow = async (from: number, way: keyof Neighbours): Promise<number[]> => {
    const { [way]: to } = await neighbours(resource, from, query);
    return to === null ? [from] : [from, ...(await follow(to, way))];
  };
  return { listed, there: await follow(listed[0] ?? 0, 'next'), back: await follow(listed.at(-1) ?? 0, 'previous') };
}

describe('The records before and after one', () => {
  test.each([
    ['call-records', ''],
    ['call-records', 'sort=outcome'],
    ['call-records', 'sort=-ref_id,outcome'],
    ['call-records', 'sort=user_id'],
    ['call-records', 'outcome=missed&sort=-duration,call_date'],
    ['leads', 'sort=-next_follow_up_at'],
    ['leads', 'q=9000000'],
  ])('are those of the list of %s by "%s", through all of it and back', async (resource, query) => {
    const { listed, there, back } = await walk(resource, query);
    expect(listed.length).toBeGreaterThan(2);
    expect(there).toEqual(listed);
    expect(back).toEqual(listed.toReversed());
  });

  test('are told also of one that the filters no longer let through', async () => {
    const { data } = await service.api<{ data: { id: number }[] }>('/api/call-records?outcome=missed&sort=id');
    const [first, second, third] = data.map(({ id }) => id);
    if (first === undefined || second === undefined || third === undefined) throw new Error('There are too few calls.');
    await service.api(`/api/call-records/${second}`, 'PATCH', { lead_id: null });
    const query = 'outcome=missed&lead_id_ne=null&sort=id';
    expect(await neighbours('call-records', second, query)).toEqual({ previous: first, next: third });
  });
});
