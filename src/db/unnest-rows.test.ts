import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { type ColumnTypes, unnestRows } from './unnest-rows.ts';

const { kysely } = await createTestDatabase();

type Row = {
  n: number | null;
  words: string | null;
  yes: boolean;
  at: Date | null;
  ids: readonly (number | null)[];
  few: readonly number[] | null;
  texts: readonly string[];
};

const COLUMNS: ColumnTypes<Row> = {
  n: 'bigint',
  words: 'text',
  yes: 'boolean',
  at: 'timestamptz',
  ids: 'bigint[]',
  few: 'integer[]',
  texts: 'text[]',
};

// NUL is the one character that a text in PostgreSQL cannot hold; it is removed where payloads come in.
const words = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '').toWellFormed());

test('rows arrive in the database as they were sent, whatever characters they hold', async () => {
  const row = fc.record<Row>({
    n: fc.option(fc.integer()),
    words: fc.option(
      fc.oneof(words, fc.constantFrom('', 'NULL', 'null', '{', '}', ',', '"', '\\', '\\"', ' a ', '{"a":"b"}')),
    ),
    yes: fc.boolean(),
    at: fc.option(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })),
    ids: fc.array(fc.option(fc.nat())),
    few: fc.option(fc.array(fc.nat(), { maxLength: 3 })),
    texts: fc.array(fc.oneof(words, fc.constantFrom('', 'NULL', '{', ',', '"', '\\')), { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const received = await sql<Row>`
        select n, words, yes, at, array_to_json(ids) as ids, few, texts from ${unnestRows(rows, COLUMNS)} as sent`.execute(
        kysely,
      );
      expect(received.rows).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});
