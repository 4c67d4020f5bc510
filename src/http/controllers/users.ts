import { type TProperties, Type } from 'typebox';
import { loadUsers, USER_LIST } from '../../models/user-list.ts';
import { changeUser } from '../../services/change-user.ts';
import { createUser } from '../../services/create-user.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { Groups, presentUser, User } from '../presenters/user.ts';
import { changes, Id, IdParams, Name, nullable, Password, ref, Text } from '../schemas.ts';

/** Users: everybody inside sees them, administrators write them. Nobody is deleted: their calls and leads name them. */
export function users(app: App, parts: ServerParts): void {
  const { model } = RESOURCE;
  const tags = ['users'];
  listAndRead(app, parts, RESOURCE);
  const create = { tags, body: NewUser, response: { 201: ref(User) } };
  app.post('/api/users', { config: { access: { model, right: 'create' } }, schema: create }, async (request, reply) => {
    const id = await createUser(parts, request.body);
    return reply.code(201).send(await readOne(parts.database, RESOURCE, id, viewerOf(request)));
  });
  const change = { tags, params: IdParams, body: UserChanges, response: { 200: ref(User) } };
  app.patch('/api/users/:id', { config: { access: { model, right: 'write' } }, schema: change }, async (request) => {
    const id = Number(request.params.id);
    await changeUser(parts, id, request.body);
    return await readOne(parts.database, RESOURCE, id, viewerOf(request));
  });
}

const FIELDS = {
  password: Password,
  groups: { ...Groups, minItems: 1, uniqueItems: true },
  mcube_virtual_number: nullable(Text(100)),
  phone: nullable(Text(100)),
  email: nullable(Text(250)),
  team_id: nullable(Id),
  active: Type.Boolean(),
} satisfies TProperties;

const UserChanges = changes({ login: Name, name: Name, ...FIELDS });
const NewUser = Type.Object(
  { login: Name, name: Name, ...Type.Partial(Type.Object(FIELDS)).properties },
  { additionalProperties: false },
);

const RESOURCE = {
  path: '/api/users',
  model: 'res.users',
  list: USER_LIST,
  load: loadUsers,
  schema: User,
  present: presentUser,
} as const;
