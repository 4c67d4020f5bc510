import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Group } from '../db/tables.ts';
import { groupsWith, type Model, type Right } from './access.ts';
import type { Viewer } from './viewer.ts';

/** A condition on the rows of a model's table, which is named without an alias. */
export type Condition = RawBuilder<SqlBool>;

/** Which records a group sees, as in ir.rule. A group without a rule here sees all records its access line opens. */
const RULES: Partial<Record<Model, Partial<Record<Group, (viewer: Viewer, right: Right) => Condition>>>> = {
  'mcube.call.record': {
    'base.group_portal': (viewer) =>
      sql`mcube_call_record.lead_id in (select id from crm_lead where user_id = ${viewer.user_id})`,
    // The public reads one call by a signed link; until a request can carry one, there is no record for it.
    'base.group_public': () => sql`false`,
  },
  'res.users.apikeys': {
    'base.group_user': (viewer) => sql`res_users_apikeys.user_id = ${viewer.user_id}`,
    'base.group_portal': (viewer) => sql`res_users_apikeys.user_id = ${viewer.user_id}`,
  },
  // What others keep for themselves is no use to an administrator either, but to tidy up it may be changed.
  'ir.filters': {
    'base.group_user': (viewer, right) => (right === 'read' ? ownOrShared(viewer) : own(viewer)),
    'base.group_system': (viewer, right) => (right === 'read' ? ownOrShared(viewer) : sql`true`),
  },
};

function own({ user_id }: Viewer): Condition {
  return sql`ir_filters.user_id = ${user_id}`;
}

function ownOrShared(viewer: Viewer): Condition {
  return sql`(ir_filters.is_shared or ${own(viewer)})`;
}

/** The records on which the viewer has the right: what any of their groups opens. Undefined: all of them. */
export function recordRule(viewer: Viewer, model: Model, right: Right): Condition | undefined {
  const groups = groupsWith(viewer.groups, model, right);
  if (groups.length === 0) return sql`false`;
  const conditions: Condition[] = [];
  for (const group of groups) {
    const rule = RULES[model]?.[group];
    if (rule === undefined) return undefined;
    conditions.push(rule(viewer, right));
  }
  return sql`(${sql.join(conditions, sql` or `)})`;
}
