import { type TSchema, Type } from 'typebox';
import type { Database } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { countAround, type ListDefinition, type ListQuery, listIds } from '../models/list.ts';
import { listGroups } from '../models/list-groups.ts';
import { listNeighbours } from '../models/list-neighbours.ts';
import { OUTCOMES } from '../models/outcome.ts';
import type { Model } from '../security/access.ts';
import { recordRule } from '../security/record-rules.ts';
import type { Viewer } from '../security/viewer.ts';
import { viewerOf } from './access-line.ts';
import { readGroupQuery, readListQuery } from './list-query.ts';
import type { App, ServerParts } from './parts.ts';
import { component, IdParams, nullable, ref } from './schemas.ts';

/** A model as the API lists and reads it. */
export type Resource<Row extends { id: number }, Shape> = {
  path: string;
  model: Model;
  list: ListDefinition;
  load: (database: Database, ids: readonly number[], viewer: Viewer) => Promise<Row[]>;
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
  if (list.groups !== undefined) addGroups(app, parts, resource, tags);
  const read = { tags, params: IdParams, response: { 200: ref(schema) } };
  app.get(`${path}/:id`, { config: { access }, schema: read }, async (request) =>
    readOne(parts.database, resource, Number(request.params.id), viewerOf(request)),
  );
}

/** The same rows in groups. Registered with the list, so that neither can show what the other hides. */
function addGroups<Row extends { id: number }, Shape>(
  app: App,
  { database, settings }: ServerParts,
  { path, model, list }: Resource<Row, Shape>,
  tags: string[],
): void {
  if (app.getSchema(Group.$id) === undefined) app.addSchema(Group);
  const answer = Type.Object({ data: Type.Array(ref(Group)), total: Type.Integer() });
  const config = { access: { model, right: 'read' as const }, list, grouped: true };
  app.get(`${path}/groups`, { config, schema: { tags, response: { 200: answer } } }, async (request) => {
    const { by, ...query } = readGroupQuery(request.query, list, settings.defaultRegion);
    const rule = recordRule(viewerOf(request), model, 'read');
    return await listGroups(database, list, by, query, rule, settings.timeZone);
  });
}

/** What stands before and after a record in its list, as that is filtered and sorted: who reads one goes on to the next. */
export function addNeighbours<Row extends { id: number }, Shape>(
  app: App,
  { database, settings }: ServerParts,
  { path, model, list }: Resource<Row, Shape>,
): void {
  const config = { access: { model, right: 'read' as const }, list };
  const tags = [path.replace('/api/', '')];
  const answer = Type.Object({ previous: nullable(Type.Integer()), next: nullable(Type.Integer()) });
  const schema = { tags, params: IdParams, response: { 200: answer } };
  app.get(`${path}/:id/neighbours`, { config, schema }, async (request) => {
    const query = readListQuery(request.query, list, settings.defaultRegion);
    const rule = recordRule(viewerOf(request), model, 'read');
    return await listNeighbours(database, list, Number(request.params.id), query, rule);
  });
}

const EndedSo = Type.Integer({ description: 'Of calls: how many of them ended so.' });

const Group = component('RecordGroup', {
  value: Type.Unsafe<string | number | null>({
    type: ['string', 'integer', 'null'],
    description: 'What the rows have in common: the value to filter by.',
  }),
  label: nullable(Type.String({ description: 'The value as people know it; null where there is none.' })),
  count: Type.Integer(),
  talk_seconds: Type.Optional(Type.Integer({ description: 'Of calls: their talk time together.' })),
  ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, Type.Optional(EndedSo)])),
});

/** One record as the API shows it; one that the viewer may not see does not exist for them. */
export async function readOne<Row extends { id: number }, Shape>(
  database: Database,
  resource: Resource<Row, Shape>,
  id: number,
  viewer: Viewer,
): Promise<Shape> {
  const [found] = await readMany(database, resource, [id], viewer);
  if (found === undefined) throw new RequestError('not_found', say('no_such_record', { model: resource.model, id }));
  return found;
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
  const visible = await listIds(database, resource.list, query, recordRule(viewer, resource.model, 'read'));
  return await loadInOrder(database, resource, visible, viewer);
}

async function readPage<Row extends { id: number }, Shape>(
  database: Database,
  resource: Resource<Row, Shape>,
  query: ListQuery,
  viewer: Viewer,
) {
  const { list, model } = resource;
  const rule = recordRule(viewer, model, 'read');
  const ids = await listIds(database, list, query, rule);
  const [data, { total, totalIsEstimate }] = await Promise.all([
    loadInOrder(database, resource, ids, viewer),
    countAround(database, list, query, rule, ids),
  ]);
  return { data, total, ...(totalIsEstimate && { total_is_estimate: true }) };
}

async function loadInOrder<Row extends { id: number }, Shape>(
  database: Database,
  { load, present }: Resource<Row, Shape>,
  ids: readonly number[],
  viewer: Viewer,
): Promise<Shape[]> {
  const rows = ids.length === 0 ? [] : await load(database, ids, viewer);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(present);
}
