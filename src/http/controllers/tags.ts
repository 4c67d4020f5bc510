import { Type } from 'typebox';
import { loadTags, TAG_LIST } from '../../models/tag-list.ts';
import { changeTag, createTag, removeTag } from '../../services/save-tag.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { presentTag, Tag } from '../presenters/tag.ts';
import { changes, IdParams, Name, ref } from '../schemas.ts';

/** Tags of leads and calls. A name is there once, whatever its capitals. */
export function tags(app: App, parts: ServerParts): void {
  const { model } = RESOURCE;
  const section = ['tags'];
  listAndRead(app, parts, RESOURCE);
  const create = { tags: section, body: NewTag, response: { 201: ref(Tag) } };
  app.post('/api/tags', { config: { access: { model, right: 'create' } }, schema: create }, async (request, reply) => {
    const id = await createTag(parts, request.body);
    return reply.code(201).send(await readOne(parts.database, RESOURCE, id, viewerOf(request)));
  });
  const change = { tags: section, params: IdParams, body: TagChanges, response: { 200: ref(Tag) } };
  app.patch('/api/tags/:id', { config: { access: { model, right: 'write' } }, schema: change }, async (request) => {
    const id = Number(request.params.id);
    await changeTag(parts, id, request.body);
    return await readOne(parts.database, RESOURCE, id, viewerOf(request));
  });
  const remove = { tags: section, params: IdParams, response: { 204: Type.Null({ description: 'Deleted.' }) } };
  app.delete(
    '/api/tags/:id',
    { config: { access: { model, right: 'unlink' } }, schema: remove },
    async (request, reply) => {
      await removeTag(parts, Number(request.params.id));
      return reply.code(204).send(null);
    },
  );
}

const Color = Type.Integer({ minimum: 0, maximum: 11 });
const NewTag = Type.Object({ name: Name, color: Type.Optional(Color) }, { additionalProperties: false });
const TagChanges = changes({ name: Name, color: Color });

const RESOURCE = {
  path: '/api/tags',
  model: 'crm.tag',
  list: TAG_LIST,
  load: loadTags,
  schema: Tag,
  present: presentTag,
} as const;
