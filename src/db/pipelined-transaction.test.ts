import { type Kysely, sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import type { Tables } from './tables.ts';

const { kysely, pipelined } = await createTestDatabase();
await sql`create table kept (n integer primary key)`.execute(kysely);
beforeEach(() => sql`truncate kept`.execute(kysely));

const keep = (into: Kysely<Tables>, n: number) => sql`insert into kept values (${n})`.execute(into);
const kept = async (from: Kysely<Tables> = kysely) =>
  (await sql<{ n: number }>`select n from kept order by n`.execute(from)).rows.map(({ n }) => n);

test('what is done is committed together, and what is left for last comes after all else', async () => {
  const seen = await pipelined(async (tx, last) => {
    await keep(last, 3);
    await Promise.all([keep(tx, 1), keep(tx, 2)]);
    return await kept(tx);
  });
  expect(seen).toEqual([1, 2]);
  expect(await kept()).toEqual([1, 2, 3]);
});

test('nothing is kept of a transaction in which anything fails, and its connection serves the next one', async () => {
  for (let round = 0; round < 6; round += 1) {
    await expect(
      pipelined(async (tx) => {
        await keep(tx, 1);
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
    await expect(pipelined((tx) => Promise.all([keep(tx, 1), keep(tx, 1), keep(tx, 2)]))).rejects.toThrow('duplicate');
    await expect(
      pipelined(async (tx, last) => {
        await keep(tx, 1);
        await keep(last, 1);
        await keep(last, 2);
      }),
    ).rejects.toThrow('duplicate');
    // Swallowed by the caller, the failure still keeps the transaction from being committed.
    const swallowed = pipelined(async (tx) => {
      await Promise.allSettled([keep(tx, 1), keep(tx, 1)]);
    });
    await expect(swallowed).rejects.toThrow('had failed');
    expect(await kept()).toEqual([]);
  }
});
