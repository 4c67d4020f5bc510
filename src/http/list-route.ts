import { type TSchema, Type } from 'typebox';
import type { Database } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { type ListDefinition, type ListQuery, listIds } from '../models/list.ts';
import type { Model } from '../security/access.ts';
import { recordRule } from '../security/record-rules.ts';
import type { Viewer } from '../security/viewer.ts';
import { viewerOf } from './access-line.ts';
import { readListQuery } from './list-query.ts';
import type { App, ServerParts } from './parts.ts';
import { IdParams, ref } from './schemas.ts';

/** A model as the API lists and reads it. */
export type Resource<Row extends { id: number }, Shape> = {
  path: string;
  model: Model;
  list: ListDefinition;
  load: (database: Database, ids: readonly number[]) => Promise<Row[]>;
  schema: TSchema & { $id: string };
  present: (row: Row) => Shape;
};

/** Adds the list and the read of a model; both show only what the viewer's record rules open. */
export function listAndRead<Row extends { id: number }, Shape>(
  app: App,
  parts: ServerParts,
  resource: Resource<Row, Shape>,
): void {
  const { path, model, list, schema } = resource;
  const access = { model, right: 'read' } as const;
  const tags = [path.replace('/api/', '')];
  app.addSchema(schema);
  const answer = Type.Object({
    data: Type.Array(ref(schema)),
    total: Type.Integer(),
    total_is_estimate: Type.Optional(Type.Boolean({ description: 'Present, and true, when the total is not exact.' })),
  });
  app.get(path, { config: { access, list }, schema: { tags, response: { 200: answer } } }, async (request) => {
    const query = readListQuery(request.query, list, parts.settings.defaultRegion);
    return await readPage(parts.database, resource, query, viewerOf(request));
  });
  const read = { tags, params: IdParams, response: { 200: ref(schema) } };
  app.get(`${path}/:id`, { config: { access }, schema: read }, async (request) =>
    readOne(parts.database, resource, Number(request.params.id), viewerOf(request)),
  );
}

/** One record as the API shows it; one that the viewer may not see does not exist for them. */
export async function readOne<Row extends { id: number }, Shape>(
  database: Database,
  resource: Resource<Row, Shape>,
  id: number,
  viewer: Viewer,
): Promise<Shape> {
  const query = { limit: 1, offset: 0, sort: [], filters: [{ field: 'id', operator: 'eq' as const, values: [id] }] };
  const { data } = await readPage(database, resource, { ...query, search: undefined }, viewer);
  if (data[0] === undefined) throw new RequestError('not_found', `There is no ${resource.model} ${id}.`);
  return data[0];
}

/** These records as far as the viewer may see them, in the order of their list. */
export async function readMany<Row extends { id: number }, Shape>(
  database: Database,
  resource: Resource<Row, Shape>,
  ids: readonly number[],
  viewer: Viewer,
): Promise<Shape[]> {
  if (ids.length === 0) return [];
  const filters = [{ field: 'id', operator: 'eq' as const, values: ids }];
  const query = { limit: ids.length, offset: 0, sort: [], filters, search: undefined };
  return (await readPage(database, resource, query, viewer)).data;
}

async function readPage<Row extends { id: number }, Shape>(
  database: Database,
  { list, load, model, present }: Resource<Row, Shape>,
  query: ListQuery,
  viewer: Viewer,
) {
  const { ids, total, totalIsEstimate } = await listIds(database, list, query, recordRule(viewer, model, 'read'));
  const rows = ids.length === 0 ? [] : await load(database, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const data = ids.flatMap((id) => byId.get(id) ?? []).map(present);
  return { data, total, ...(totalIsEstimate && { total_is_estimate: true }) };
}
