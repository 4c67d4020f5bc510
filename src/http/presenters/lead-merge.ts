import { type Static, Type } from 'typebox';
import type { LeadMergeRow } from '../../models/lead-merge-list.ts';
import { component, nullable, Time } from '../schemas.ts';

export const LeadMerge = component('LeadMerge', {
  id: Type.Integer(),
  lead_id: Type.Integer({
    description: 'The lead that was kept. The filter also finds merges by a lead that was merged.',
  }),
  lead_name: Type.String(),
  merged_ids: Type.Array(Type.Integer(), { description: 'The leads that were merged into it.' }),
  merged_names: Type.Array(Type.String()),
  user_id: Type.Integer({ description: 'Who merged them.' }),
  user_name: Type.String(),
  create_date: Time(),
  undone_date: nullable(Time()),
});

export function presentLeadMerge(row: LeadMergeRow): Static<typeof LeadMerge> {
  return {
    ...row,
    create_date: row.create_date.toISOString(),
    undone_date: row.undone_date?.toISOString() ?? null,
  };
}
