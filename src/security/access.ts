import type { Group } from '../db/tables.ts';
import { effectiveGroups } from './viewer.ts';

export type Model = (typeof MODELS)[number];
export type Right = 'read' | 'write' | 'create' | 'unlink';

export const MODELS = [
  'mcube.call.record',
  'mcube.call.event',
  'mcube.recording',
  'mcube.recording.listen',
  'mcube.share.link',
  'mcube.dashboard',
  'mcube.missed.call',
  'crm.lead',
  'crm.lead.merge',
  'crm.stage',
  'crm.tag',
  'crm.team',
  'mail.message',
  'res.users',
  'res.users.apikeys',
  'webhook.event',
  'ir.filters',
  'odoo.connection',
  'odoo.delivery',
  'odoo.conflict',
] as const;

/**
 * Who may do what, as in ir.model.access.csv. What stands in no line is refused; groups add up. Which records of a model
 * a line opens is narrowed by record-rules.ts.
 */
// biome-ignore format: a table
export const ACCESS: readonly AccessLine[] = [
  // id                                  model                group                read write create unlink
  line('access_mcube_call_record_user',   'mcube.call.record', 'base.group_user',   1, 1, 1, 1),
  line('access_mcube_call_record_portal', 'mcube.call.record', 'base.group_portal', 1, 0, 0, 0),
  line('access_mcube_call_record_public', 'mcube.call.record', 'base.group_public', 1, 0, 0, 0),
  line('access_mcube_call_event_user',    'mcube.call.event',  'base.group_user',   1, 0, 0, 0),
  line('access_mcube_recording_user',     'mcube.recording',   'base.group_user',   1, 1, 0, 0),
  line('access_mcube_recording_system',   'mcube.recording',   'base.group_system', 1, 1, 0, 0),
  line('access_mcube_recording_portal',   'mcube.recording',   'base.group_portal', 1, 0, 0, 0),
  line('access_mcube_recording_public',   'mcube.recording',   'base.group_public', 1, 0, 0, 0),
  line('access_mcube_recording_listen_user', 'mcube.recording.listen', 'base.group_user', 1, 0, 0, 0),
  line('access_mcube_share_link_user',    'mcube.share.link',  'base.group_user',   1, 0, 1, 1),
  line('access_mcube_dashboard_user',     'mcube.dashboard',   'base.group_user',   1, 0, 0, 0),
  line('access_mcube_missed_call_user',   'mcube.missed.call', 'base.group_user',   1, 1, 0, 0),
  line('access_crm_lead_user',            'crm.lead',          'base.group_user',   1, 1, 1, 0),
  line('access_crm_lead_system',          'crm.lead',          'base.group_system', 1, 1, 1, 1),
  line('access_crm_lead_merge_user',      'crm.lead.merge',    'base.group_user',   1, 1, 1, 0),
  line('access_crm_stage_user',           'crm.stage',         'base.group_user',   1, 0, 0, 0),
  line('access_crm_stage_system',         'crm.stage',         'base.group_system', 1, 1, 1, 1),
  line('access_crm_tag_user',             'crm.tag',           'base.group_user',   1, 1, 1, 0),
  line('access_crm_tag_system',           'crm.tag',           'base.group_system', 1, 1, 1, 1),
  line('access_crm_team_user',            'crm.team',          'base.group_user',   1, 0, 0, 0),
  line('access_crm_team_system',          'crm.team',          'base.group_system', 1, 1, 1, 1),
  // Whose note one may change: services/write-note.ts.
  line('access_mail_message_user',        'mail.message',      'base.group_user',   1, 1, 1, 1),
  line('access_res_users_user',           'res.users',         'base.group_user',   1, 0, 0, 0),
  line('access_res_users_system',         'res.users',         'base.group_system', 1, 1, 1, 1),
  line('access_res_users_apikeys_user',   'res.users.apikeys', 'base.group_user',   1, 0, 1, 1),
  line('access_res_users_apikeys_portal', 'res.users.apikeys', 'base.group_portal', 1, 0, 1, 1),
  line('access_res_users_apikeys_system', 'res.users.apikeys', 'base.group_system', 1, 0, 1, 1),
  line('access_webhook_event_system',     'webhook.event',     'base.group_system', 1, 1, 1, 1),
  line('access_odoo_conflict_system',     'odoo.conflict',     'base.group_system', 1, 0, 0, 0),
  line('access_ir_filters_user',          'ir.filters',        'base.group_user',   1, 1, 1, 1),
  line('access_ir_filters_system',        'ir.filters',        'base.group_system', 1, 1, 1, 1),
  line('access_odoo_connection_system',   'odoo.connection',   'base.group_system', 1, 1, 1, 1),
  line('access_odoo_delivery_system',     'odoo.delivery',     'base.group_system', 1, 1, 0, 0),
];

/** Whether one of the groups has the right. */
export function mayAccess(groups: readonly Group[], model: Model, right: Right): boolean {
  return groupsWith(groups, model, right).length > 0;
}

/** Those of a user's groups that give the right; each brings its own record rule. */
export function groupsWith(groups: readonly Group[], model: Model, right: Right): readonly Group[] {
  const mine = effectiveGroups(groups);
  return ACCESS.filter((one) => one.model === model && one[right] && mine.includes(one.group)).map((one) => one.group);
}

/** Everything the groups may do, model by model, for a client that offers only what is allowed. */
export function rightsOf(groups: readonly Group[]): Record<string, Right[]> {
  return Object.fromEntries(MODELS.map((model) => [model, RIGHTS.filter((right) => mayAccess(groups, model, right))]));
}

export const RIGHTS = ['read', 'write', 'create', 'unlink'] as const satisfies readonly Right[];

type AccessLine = { id: string; model: Model; group: Group } & Record<Right, boolean>;
type Bit = 0 | 1;

function line(id: string, model: Model, group: Group, read: Bit, write: Bit, create: Bit, unlink: Bit): AccessLine {
  return { id, model, group, read: read === 1, write: write === 1, create: create === 1, unlink: unlink === 1 };
}
