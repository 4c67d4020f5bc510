import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Group } from '../db/tables.ts';
import { groupsWith, type Model, type Right } from './access.ts';
import type { Viewer } from './viewer.ts';

/** A condition on the rows of a model's table, which is named without an alias. */
export type Condition = RawBuilder<SqlBool>;

/** Whose recordings internal users hear: all, those of their team, or their own (the setting MCUBE_RECORDING_SCOPE). */
export type RecordingScope = 'all' | 'team' | 'own';

type Rule = (viewer: Viewer, right: Right, scope: RecordingScope) => Condition;

const ofOwnLeads: Rule = (viewer) =>
  sql`mcube_call_record.lead_id in (select id from crm_lead where user_id = ${viewer.user_id})`;

/** The public reads one call, by a link to it. */
const ofTheLink: Rule = ({ credential }) =>
  credential.kind === 'share_link' ? sql`mcube_call_record.id = ${credential.call_record_id}` : sql`false`;

/** Which records a group sees, as in ir.rule. A group without a rule here sees all records its access line opens. */
const RULES: Partial<Record<Model, Partial<Record<Group, Rule>>>> = {
  'mcube.call.record': {
    'base.group_portal': ofOwnLeads,
    'base.group_public': ofTheLink,
  },
  // A recording belongs to its call: these are conditions on mcube_call_record.
  'mcube.recording': {
    'base.group_user': (viewer, _right, scope) => SCOPES[scope](viewer),
    'base.group_portal': ofOwnLeads,
    'base.group_public': ofTheLink,
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

const SCOPES: Record<RecordingScope, (viewer: Viewer) => Condition> = {
  all: () => sql`true`,
  // A call that nobody has belongs to nobody's team either.
  team: ({ user_id }) => sql`(mcube_call_record.user_id = ${user_id}
    or mcube_call_record.team_id = (select team_id from res_users where id = ${user_id}))`,
  own: ({ user_id }) => sql`mcube_call_record.user_id = ${user_id}`,
};

/**
 * The records on which the viewer has the right: what any of their groups opens. Undefined: all of them. Who asks about
 * recordings says how far they are open; else they are as closed as they can be.
 */
export function recordRule(
  viewer: Viewer,
  model: Model,
  right: Right,
  scope: RecordingScope = 'own',
): Condition | undefined {
  const groups = groupsWith(viewer.groups, model, right);
  if (groups.length === 0) return sql`false`;
  const conditions: Condition[] = [];
  for (const group of groups) {
    const rule = RULES[model]?.[group];
    if (rule === undefined) return undefined;
    conditions.push(rule(viewer, right, scope));
  }
  return sql`(${sql.join(conditions, sql` or `)})`;
}

/** Of which calls, in mcube_call_record, the viewer hears the recording. */
export function hearableBy(viewer: Viewer, scope: RecordingScope): Condition {
  return recordRule(viewer, 'mcube.recording', 'read', scope) ?? sql`true`;
}
