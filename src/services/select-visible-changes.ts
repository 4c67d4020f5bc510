import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Change } from '../models/live-change.ts';
import { MODELS, type Model, mayAccess } from '../security/access.ts';
import { recordRule } from '../security/record-rules.ts';
import type { Viewer } from '../security/viewer.ts';

/** The changes together, model by model, and of each only the records that the viewer may read. */
export async function selectVisibleChanges(
  database: Database,
  viewer: Viewer,
  changes: readonly Change[],
): Promise<Change[]> {
  const visible: Change[] = [];
  for (const model of MODELS) {
    const ids = [...new Set(changes.filter((change) => change.model === model).flatMap((change) => change.ids))];
    if (ids.length === 0 || !mayAccess(viewer.groups, model, 'read')) continue;
    const seen = await visibleIds(database, viewer, model, ids);
    if (seen.length > 0) visible.push({ model, ids: seen });
  }
  return visible;
}

async function visibleIds(database: Database, viewer: Viewer, model: Model, ids: number[]): Promise<number[]> {
  const rule = recordRule(viewer, model, 'read');
  if (rule === undefined) return ids;
  const table = TABLES[model];
  if (table === undefined) return [];
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(table)} where id = any(${ids}::bigint[]) and ${rule} order by id`.execute(
    database.prepared,
  );
  return rows.map(({ id }) => id);
}

/** Of the models whose changes are announced, those with record rules. */
const TABLES: Partial<Record<Model, string>> = {
  'mcube.call.record': 'mcube_call_record',
  'ir.filters': 'ir_filters',
};
