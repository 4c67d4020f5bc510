import { type TProperties, Type } from 'typebox';
import { LEAD_LIST, loadLeads } from '../../models/lead-list.ts';
import { changeLead, createLead } from '../../services/save-lead.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { Lead, presentLead } from '../presenters/lead.ts';
import { changes, Id, IdParams, Name, nullable, ref, Text, words } from '../schemas.ts';

/** Leads: made by calls, or entered by hand. One is not deleted but archived (active: false): its calls stay on it. */
export function leads(app: App, parts: ServerParts): void {
  const { model } = RESOURCE;
  const tags = ['leads'];
  listAndRead(app, parts, RESOURCE);
  const create = { tags, body: NewLead, response: { 201: ref(Lead) } };
  app.post('/api/leads', { config: { access: { model, right: 'create' } }, schema: create }, async (request, reply) => {
    const viewer = viewerOf(request);
    const id = await createLead(parts, viewer, request.body);
    return reply.code(201).send(await readOne(parts.database, RESOURCE, id, viewer));
  });
  const change = { tags, params: IdParams, body: LeadChanges, response: { 200: ref(Lead) } };
  app.patch('/api/leads/:id', { config: { access: { model, right: 'write' } }, schema: change }, async (request) => {
    const id = Number(request.params.id);
    await changeLead(parts, id, request.body);
    return await readOne(parts.database, RESOURCE, id, viewerOf(request));
  });
}

const FIELDS = {
  contact_name: nullable(Text(250)),
  phone: nullable(Text(250)),
  email: nullable(Text(250)),
  description: nullable(Text(100_000)),
  type: words(['lead', 'opportunity']),
  user_id: nullable(Id),
  team_id: nullable(Id),
  stage_id: Id,
  active: Type.Boolean(),
} satisfies TProperties;

const LeadChanges = changes({ name: Name, ...FIELDS });
const NewLead = Type.Object(
  { name: Name, ...Type.Partial(Type.Object(FIELDS)).properties },
  { additionalProperties: false },
);

const RESOURCE = {
  path: '/api/leads',
  model: 'crm.lead',
  list: LEAD_LIST,
  load: loadLeads,
  schema: Lead,
  present: presentLead,
} as const;
