import { Type } from 'typebox';
import { loadTeams, TEAM_LIST } from '../../models/team-list.ts';
import { changeTeam, createTeam } from '../../services/save-team.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { presentTeam, Team } from '../presenters/team.ts';
import { changes, IdParams, Name, ref } from '../schemas.ts';

/** Teams, among whose active members calls are shared out. */
export function teams(app: App, parts: ServerParts): void {
  const { model } = RESOURCE;
  const tags = ['teams'];
  listAndRead(app, parts, RESOURCE);
  const create = { tags, body: NewTeam, response: { 201: ref(Team) } };
  app.post('/api/teams', { config: { access: { model, right: 'create' } }, schema: create }, async (request, reply) => {
    const id = await createTeam(parts, request.body);
    return reply.code(201).send(await readOne(parts.database, RESOURCE, id, viewerOf(request)));
  });
  const change = { tags, params: IdParams, body: TeamChanges, response: { 200: ref(Team) } };
  app.patch('/api/teams/:id', { config: { access: { model, right: 'write' } }, schema: change }, async (request) => {
    const id = Number(request.params.id);
    await changeTeam(parts, id, request.body);
    return await readOne(parts.database, RESOURCE, id, viewerOf(request));
  });
}

const NewTeam = Type.Object({ name: Name, active: Type.Optional(Type.Boolean()) }, { additionalProperties: false });
const TeamChanges = changes({ name: Name, active: Type.Boolean() });

const RESOURCE = {
  path: '/api/teams',
  model: 'crm.team',
  list: TEAM_LIST,
  load: loadTeams,
  schema: Team,
  present: presentTeam,
} as const;
