import { Type } from 'typebox';
import { LEAD_MERGE_LIST, loadLeadMerges } from '../../models/lead-merge-list.ts';
import { mergeLeads } from '../../services/merge-leads.ts';
import { undoMerge } from '../../services/undo-merge.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { Lead } from '../presenters/lead.ts';
import { LeadMerge, presentLeadMerge } from '../presenters/lead-merge.ts';
import { Id, IdParams, ref } from '../schemas.ts';
import { LEADS } from './leads.ts';

/** Leads that are one person are merged, and a merge can be undone. */
export function leadMerges(app: App, parts: ServerParts): void {
  const { model } = RESOURCE;
  const tags = ['lead-merges'];
  listAndRead(app, parts, RESOURCE);
  const merge = { tags, params: IdParams, body: MergeRequest, response: { 200: Merged } };
  app.post(
    '/api/leads/:id/merge',
    { config: { access: { model, right: 'create' } }, schema: merge },
    async (request) => {
      const viewer = viewerOf(request);
      const id = Number(request.params.id);
      const merge_id = await mergeLeads(parts, viewer, id, request.body.lead_ids);
      return { lead: await readOne(parts.database, LEADS, id, viewer), merge_id };
    },
  );
  const undo = { tags, params: IdParams, response: { 200: Undone } };
  app.post(
    '/api/lead-merges/:id/undo',
    { config: { access: { model, right: 'write' } }, schema: undo },
    async (request) => ({ lead_ids: await undoMerge(parts, Number(request.params.id)) }),
  );
}

const MergeRequest = Type.Object(
  { lead_ids: Type.Array(Id, { minItems: 1, maxItems: 50, description: 'The leads that go into this one.' }) },
  { additionalProperties: false },
);
const Merged = Type.Object({ lead: ref(Lead), merge_id: Type.Integer() });
const Undone = Type.Object({ lead_ids: Type.Array(Type.Integer(), { description: 'The leads that are back.' }) });

const RESOURCE = {
  path: '/api/lead-merges',
  model: 'crm.lead.merge',
  list: LEAD_MERGE_LIST,
  load: loadLeadMerges,
  schema: LeadMerge,
  present: presentLeadMerge,
} as const;
