import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { measureInbox } from '../../src/models/inbox-depth.ts';

/** How many calls stand in the database. */
export async function countCalls({ kysely }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from mcube_call_record`.execute(kysely);
  return rows[0]?.count ?? 0;
}

/** Waits until the inbox is empty; false when it is not within that time. */
export async function waitUntilWorked(database: Database, seconds: number): Promise<boolean> {
  const endsAt = performance.now() + seconds * 1_000;
  while ((await measureInbox(database)).waiting > 0) {
    if (performance.now() > endsAt) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

/** What is wrong when the calls that were accepted are not the calls that are stored. */
export async function compareWithAccepted(database: Database, accepted: number, when: string): Promise<string[]> {
  const stored = await countCalls(database);
  const { waiting, failed } = await measureInbox(database);
  if (stored === accepted && waiting === 0 && failed === 0) return [];
  return [`${when}: accepted ${accepted}, stored ${stored}, waiting ${waiting}, failed ${failed}.`];
}
