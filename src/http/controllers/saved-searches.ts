import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { loadSavedSearches, SAVED_SEARCH_LIST } from '../../models/saved-search-list.ts';
import { changeSavedSearch, createSavedSearch, deleteSavedSearch } from '../../services/save-search.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { presentSavedSearch, SAVED_SEARCH_FIELDS, SavedSearch } from '../presenters/saved-search.ts';
import { changes, IdParams, ref } from '../schemas.ts';

/** Searches that people keep: one's own, and those that others share. */
export function savedSearches(app: App, parts: ServerParts): void {
  const model = 'ir.filters';
  const path = '/api/saved-searches';
  const tags = ['saved-searches'];
  const [load, present] = [loadSavedSearches, presentSavedSearch];
  listAndRead(app, parts, { path, model, list: SAVED_SEARCH_LIST, load, schema: SavedSearch, present });
  // Whoever changes one sees it once more, also an administrator who may not list it.
  const show = async (id: number) => {
    const [row] = await load(parts.database, [id]);
    if (row === undefined)
      throw new RequestError('not_found', say('no_such_record_any_more', { model: 'ir.filters', id }));
    return present(row);
  };

  const create = { tags, body: NewSavedSearch, response: { 201: ref(SavedSearch) } };
  app.post(path, { config: { access: { model, right: 'create' } }, schema: create }, async (request, reply) => {
    const id = await createSavedSearch(parts, viewerOf(request), request.body);
    return reply.code(201).send(await show(id));
  });
  const change = { tags, params: IdParams, body: changes(SAVED_SEARCH_FIELDS), response: { 200: ref(SavedSearch) } };
  app.patch(`${path}/:id`, { config: { access: { model, right: 'write' } }, schema: change }, async (request) => {
    const id = Number(request.params.id);
    await changeSavedSearch(parts, viewerOf(request), id, request.body);
    return await show(id);
  });
  const remove = { tags, params: IdParams, response: { 204: Type.Null({ description: 'Deleted.' }) } };
  app.delete(
    `${path}/:id`,
    { config: { access: { model, right: 'unlink' } }, schema: remove },
    async (request, reply) => {
      await deleteSavedSearch(parts, viewerOf(request), Number(request.params.id));
      return reply.code(204).send(null);
    },
  );
}

const { name, resource, query, is_shared, is_default } = SAVED_SEARCH_FIELDS;
const NewSavedSearch = Type.Object(
  { name, resource, query, is_shared: Type.Optional(is_shared), is_default: Type.Optional(is_default) },
  { additionalProperties: false },
);
