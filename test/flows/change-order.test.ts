import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { createLog } from '../../src/kernel/log.ts';
import { changePositions } from '../../src/models/change-log.ts';
import { announce } from '../../src/models/live-change.ts';
import { createChangeWatcher } from '../../src/services/watch-changes.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase({ poolSize: 20 });

const tell = (id: number) =>
  database.kysely.transaction().execute((tx) => announce(tx, [{ model: 'crm.lead', ids: [id] }]));

/** Keeps a transaction open that has written something, and tells nothing, while `during` runs. */
async function whileWriting(elsewhere: Database, during: () => Promise<void>): Promise<void> {
  const client = await elsewhere.connect('long work');
  await client.query('begin; create table long_work as select 1 as one');
  await during().finally(() => client.end());
}

async function toldAtOnce(id: number): Promise<void> {
  const before = await changePositions(database);
  await tell(id);
  const after = await changePositions(database);
  expect(after.settled).toBe(after.newest);
  expect(after.settled).toBeGreaterThan(before.newest);
}

it('a long transaction in another database of the same server delays nobody', async () => {
  const other = await createTestDatabase({ empty: true });
  await whileWriting(other, () => toldAtOnce(1));
});

it('nor does one of our own that has told nothing yet', async () => {
  await whileWriting(database, () => toldAtOnce(2));
});

it('what is rolled back holds nobody up', async () => {
  const failing = database.kysely.transaction().execute(async (tx) => {
    await announce(tx, [{ model: 'crm.lead', ids: [3] }]);
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await toldAtOnce(4);
});

it('everybody is told everything once and in order, however the transactions overlap', async () => {
  const watcher = createChangeWatcher({ database, log: createLog({ logLevel: 'silent', logFormat: 'json' }, false) });
  await watcher.start();
  const heard: number[] = [];
  const places: number[] = [];
  watcher.subscribe((rows) => {
    places.push(...rows.map(({ id }) => id));
    heard.push(...rows.flatMap(({ changes }) => changes.flatMap(({ ids }) => ids)));
  });
  const WRITERS = 12;
  const EACH = 60;
  const rolledBack = (n: number) => n % 10 === 9;
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; n < EACH; n += 1) {
        const id = 1000 + writer * EACH + n;
        const writing = database.kysely.transaction().execute(async (tx) => {
          await announce(tx, [{ model: 'crm.lead', ids: [id] }]);
          // The commits come in another order than the numbers.
          await pause((id * 7919) % 6);
          if (rolledBack(n)) throw new Error('rolled back');
        });
        await writing.catch((error: Error) => expect(error.message).toBe('rolled back'));
      }
    }),
  );
  const expected = Array.from({ length: WRITERS * EACH }, (_, n) => n)
    .filter((n) => !rolledBack(n % EACH))
    .map((n) => 1000 + n);
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(expected.length);
  await watcher.stop();
  expect([...heard].sort((a, b) => a - b)).toEqual(expected);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
