import type { Session } from './types.ts';

/** The model behind each resource: rights are given on models. */
export const MODELS: Readonly<Record<string, string>> = {
  'call-records': 'mcube.call.record',
  'call-events': 'mcube.call.event',
  recordings: 'mcube.recording',
  listens: 'mcube.recording.listen',
  'share-links': 'mcube.share.link',
  leads: 'crm.lead',
  'leads/kanban': 'crm.lead',
  'lead-merges': 'crm.lead.merge',
  stages: 'crm.stage',
  'missed-calls': 'mcube.missed.call',
  users: 'res.users',
  teams: 'crm.team',
  tags: 'crm.tag',
  notes: 'mail.message',
  'webhook-events': 'webhook.event',
  'api-keys': 'res.users.apikeys',
  'saved-searches': 'ir.filters',
  dashboard: 'mcube.dashboard',
  odoo: 'odoo.connection',
  'odoo-deliveries': 'odoo.delivery',
  'odoo-conflicts': 'odoo.conflict',
  // Whoever sees what arrives is who connects MCUBE.
  welcome: 'webhook.event',
};

/** Whether the session's groups have the right that react-admin's action needs. */
export function mayDo({ access }: Pick<Session, 'access'>, resource: string, action: string): boolean {
  const right = RIGHTS[action];
  return right !== undefined && (access[MODELS[resource] ?? '']?.some((one) => one === right) ?? false);
}

const RIGHTS: Readonly<Record<string, string>> = {
  list: 'read',
  show: 'read',
  read: 'read',
  export: 'read',
  create: 'create',
  clone: 'create',
  edit: 'write',
  write: 'write',
  delete: 'unlink',
};
