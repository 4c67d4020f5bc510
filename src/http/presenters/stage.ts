import { type Static, Type } from 'typebox';
import type { StageRow } from '../../models/stage-list.ts';
import { component, nullable } from '../schemas.ts';

export const Stage = component('Stage', {
  id: Type.Integer(),
  name: Type.String(),
  sequence: Type.Integer(),
  is_won: Type.Boolean(),
  odoo_id: nullable(Type.Integer()),
});

export function presentStage(row: StageRow): Static<typeof Stage> {
  return { ...row };
}
