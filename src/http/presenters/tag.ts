import { type Static, Type } from 'typebox';
import type { TagRow } from '../../models/tag-list.ts';
import { component } from '../schemas.ts';

export const Tag = component('Tag', {
  id: Type.Integer(),
  name: Type.String(),
  color: Type.Integer({ minimum: 0, maximum: 11, description: "A place in Odoo's palette." }),
});

export function presentTag(row: TagRow): Static<typeof Tag> {
  return { ...row };
}
