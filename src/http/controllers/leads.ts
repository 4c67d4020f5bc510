import { type TProperties, Type } from 'typebox';
import { findDuplicates } from '../../models/lead-duplicates.ts';
import { LEAD_LIST, loadLeads } from '../../models/lead-list.ts';
import { changeLead, createLead } from '../../services/save-lead.ts';
import { viewerOf } from '../access-line.ts';
import { addNeighbours, listAndRead, readMany, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { Lead, presentLead } from '../presenters/lead.ts';
import { changes, Id, IdParams, Name, nullable, ref, TagIds, Text, Time, words } from '../schemas.ts';

/** Leads: made by calls, or entered by hand. One is not deleted but archived (active: false): its calls stay on it. */
export function leads(app: App, parts: ServerParts): void {
  const { model } = LEADS;
  const tags = ['leads'];
  listAndRead(app, parts, LEADS);
  addNeighbours(app, parts, LEADS);
  const create = { tags, body: NewLead, response: { 201: ref(Lead) } };
  app.post('/api/leads', { config: { access: { model, right: 'create' } }, schema: create }, async (request, reply) => {
    const viewer = viewerOf(request);
    const id = await createLead(parts, viewer, withDates(request.body));
    return reply.code(201).send(await readOne(parts.database, LEADS, id, viewer));
  });
  const change = { tags, params: IdParams, body: LeadChanges, response: { 200: ref(Lead) } };
  app.patch('/api/leads/:id', { config: { access: { model, right: 'write' } }, schema: change }, async (request) => {
    const id = Number(request.params.id);
    await changeLead(parts, id, withDates(request.body));
    return await readOne(parts.database, LEADS, id, viewerOf(request));
  });
  const answer = Type.Object({ data: Type.Array(ref(Lead)), total: Type.Integer() });
  const duplicates = { tags, params: IdParams, response: { 200: answer } };
  app.get(
    '/api/leads/:id/duplicates',
    { config: { access: { model, right: 'read' } }, schema: duplicates },
    async (request) => {
      const viewer = viewerOf(request);
      const { id } = await readOne(parts.database, LEADS, Number(request.params.id), viewer);
      const data = await readMany(parts.database, LEADS, await findDuplicates(parts.database, id), viewer);
      return { data, total: data.length };
    },
  );
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
  next_follow_up_at: nullable(Time()),
  next_follow_up_note: nullable(Text(1_000)),
  tag_ids: TagIds,
} satisfies TProperties;

const LeadChanges = changes({ name: Name, ...FIELDS });
const NewLead = Type.Object(
  {
    name: Name,
    ...Type.Partial(Type.Object(FIELDS)).properties,
    allow_duplicate: Type.Optional(Type.Boolean({ description: 'Though an open lead has the number already.' })),
  },
  { additionalProperties: false },
);

/** Times arrive as text. */
function withDates<Body extends { next_follow_up_at?: string | null }>({ next_follow_up_at: at, ...rest }: Body) {
  return { ...rest, ...(at !== undefined && { next_follow_up_at: at === null ? null : new Date(at) }) };
}

export const LEADS = {
  path: '/api/leads',
  model: 'crm.lead',
  list: LEAD_LIST,
  load: loadLeads,
  schema: Lead,
  present: presentLead,
} as const;
