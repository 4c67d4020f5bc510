import { describe, expect, it } from 'vitest';
import type { Group } from '../../src/db/tables.ts';
import { createServer } from '../../src/http/server.ts';
import { MODELS, type Model, mayAccess, RIGHTS, type Right } from '../../src/security/access.ts';
import { startTestServer } from '../support/http.ts';
import { addCall } from '../support/rows.ts';

const GROUPS: Group[] = ['base.group_system', 'base.group_user', 'base.group_portal', 'base.group_public'];

/** Model by group: r read, w write, c create, d delete. Written down a second time on purpose. */
const MATRIX: Record<Model, readonly [system: string, user: string, portal: string, open: string]> = {
  'mcube.call.record': ['rwcd', 'rwcd', 'r', 'r'],
  'mcube.call.event': ['r', 'r', '', ''],
  'mcube.recording': ['rw', 'rw', 'r', 'r'],
  'mcube.recording.listen': ['r', 'r', '', ''],
  'mcube.share.link': ['rcd', 'rcd', '', ''],
  'mcube.dashboard': ['r', 'r', '', ''],
  'mcube.missed.call': ['rw', 'rw', '', ''],
  'crm.lead': ['rwcd', 'rwc', '', ''],
  'crm.lead.merge': ['rwc', 'rwc', '', ''],
  'crm.stage': ['rwcd', 'r', '', ''],
  'crm.tag': ['rwcd', 'rwc', '', ''],
  'crm.team': ['rwcd', 'r', '', ''],
  'mail.message': ['rwcd', 'rwcd', '', ''],
  'res.users': ['rwcd', 'r', '', ''],
  'res.users.apikeys': ['rcd', 'rcd', 'rcd', ''],
  'webhook.event': ['rwcd', '', '', ''],
  'ir.filters': ['rwcd', 'rwcd', '', ''],
  'odoo.connection': ['rwcd', '', '', ''],
  'odoo.conflict': ['r', '', '', ''],
  'odoo.delivery': ['rw', '', '', ''],
};
const LETTERS: Record<Right, string> = { read: 'r', write: 'w', create: 'c', unlink: 'd' };

const CASES = MODELS.flatMap((model) =>
  GROUPS.flatMap((group, column) =>
    RIGHTS.map((right) => ({ model, group, right, allowed: (MATRIX[model][column] ?? '').includes(LETTERS[right]) })),
  ),
);

/** Every route that needs a right on a model. */
const ROUTES: readonly [method: string, path: string, model: Model, right: Right, body?: unknown][] = [
  ['GET', '/api/call-records', 'mcube.call.record', 'read'],
  ['GET', '/api/call-records/1/neighbours', 'mcube.call.record', 'read'],
  ['GET', '/api/call-records/1', 'mcube.call.record', 'read'],
  ['GET', '/api/call-records/groups?by=outcome', 'mcube.call.record', 'read'],
  ['GET', '/api/call-records/1/events', 'mcube.call.event', 'read'],
  ['GET', '/api/dashboard?from=2026-08-01&to=2026-08-31', 'mcube.dashboard', 'read'],
  ['PATCH', '/api/call-records/999999', 'mcube.call.record', 'write', { lead_id: null }],
  ['DELETE', '/api/call-records/999999', 'mcube.call.record', 'unlink'],
  ['GET', '/api/call-records/999999/recording', 'mcube.recording', 'read'],
  ['POST', '/api/call-records/999999/recording/retry', 'mcube.recording', 'write'],
  ['GET', '/api/call-records/999999/listens', 'mcube.recording.listen', 'read'],
  ['POST', '/api/call-records/999999/share-links', 'mcube.share.link', 'create'],
  ['GET', '/api/call-records/999999/share-links', 'mcube.share.link', 'read'],
  ['DELETE', '/api/share-links/999999', 'mcube.share.link', 'unlink'],
  ['GET', '/api/missed-calls', 'mcube.missed.call', 'read'],
  ['GET', '/api/missed-calls/1', 'mcube.missed.call', 'read'],
  ['POST', '/api/missed-calls/999999/take', 'mcube.missed.call', 'write'],
  ['POST', '/api/missed-calls/999999/snooze', 'mcube.missed.call', 'write', { until: '2099-01-01T00:00:00Z' }],
  ['GET', '/api/missed-calls/groups?by=state', 'mcube.missed.call', 'read'],
  ['POST', '/api/missed-calls/999999/assign', 'mcube.missed.call', 'write', { user_id: 1 }],
  ['POST', '/api/missed-calls/999999/not-needed', 'mcube.missed.call', 'write', { reason: 'known' }],
  ['POST', '/api/missed-calls/999999/reopen', 'mcube.missed.call', 'write'],
  ['GET', '/api/leads', 'crm.lead', 'read'],
  ['GET', '/api/leads/1', 'crm.lead', 'read'],
  ['GET', '/api/leads/groups?by=stage_id', 'crm.lead', 'read'],
  ['POST', '/api/leads', 'crm.lead', 'create', { name: 'Asha' }],
  ['PATCH', '/api/leads/999999', 'crm.lead', 'write', { name: 'Asha' }],
  ['GET', '/api/leads/1/neighbours', 'crm.lead', 'read'],
  ['GET', '/api/leads/1/duplicates', 'crm.lead', 'read'],
  ['POST', '/api/leads/999999/merge', 'crm.lead.merge', 'create', { lead_ids: [999_998] }],
  ['GET', '/api/lead-merges', 'crm.lead.merge', 'read'],
  ['GET', '/api/lead-merges/1', 'crm.lead.merge', 'read'],
  ['POST', '/api/lead-merges/999999/undo', 'crm.lead.merge', 'write'],
  ['GET', '/api/tags', 'crm.tag', 'read'],
  ['GET', '/api/tags/1', 'crm.tag', 'read'],
  ['POST', '/api/tags', 'crm.tag', 'create', { name: 'Matrix' }],
  ['PATCH', '/api/tags/999999', 'crm.tag', 'write', { name: 'Other' }],
  ['DELETE', '/api/tags/999999', 'crm.tag', 'unlink'],
  ['GET', '/api/notes', 'mail.message', 'read'],
  ['GET', '/api/notes/1', 'mail.message', 'read'],
  ['POST', '/api/notes', 'mail.message', 'create', { body: 'Matrix', lead_id: 999_999 }],
  ['PATCH', '/api/notes/999999', 'mail.message', 'write', { body: 'Other' }],
  ['DELETE', '/api/notes/999999', 'mail.message', 'unlink'],
  ['GET', '/api/stages', 'crm.stage', 'read'],
  ['GET', '/api/stages/1', 'crm.stage', 'read'],
  ['GET', '/api/teams', 'crm.team', 'read'],
  ['GET', '/api/teams/1', 'crm.team', 'read'],
  ['POST', '/api/teams', 'crm.team', 'create', { name: 'Matrix' }],
  ['PATCH', '/api/teams/999999', 'crm.team', 'write', { name: 'Matrix' }],
  ['GET', '/api/users', 'res.users', 'read'],
  ['GET', '/api/users/1', 'res.users', 'read'],
  ['POST', '/api/users', 'res.users', 'create', { login: 'matrix', name: 'Matrix' }],
  ['PATCH', '/api/users/999999', 'res.users', 'write', { name: 'Matrix' }],
  ['GET', '/api/api-keys', 'res.users.apikeys', 'read'],
  ['GET', '/api/api-keys/1', 'res.users.apikeys', 'read'],
  ['POST', '/api/api-keys', 'res.users.apikeys', 'create', { name: 'matrix' }],
  ['DELETE', '/api/api-keys/999999', 'res.users.apikeys', 'unlink'],
  ['GET', '/api/saved-searches', 'ir.filters', 'read'],
  ['GET', '/api/saved-searches/1', 'ir.filters', 'read'],
  ['POST', '/api/saved-searches', 'ir.filters', 'create', { name: 'Matrix', resource: 'leads', query: {} }],
  ['PATCH', '/api/saved-searches/999999', 'ir.filters', 'write', { name: 'Matrix' }],
  ['DELETE', '/api/saved-searches/999999', 'ir.filters', 'unlink'],
  ['GET', '/api/odoo', 'odoo.connection', 'read'],
  ['PUT', '/api/odoo', 'odoo.connection', 'create', { url: 'http://127.0.0.1:9', db: 'd', login: 'l', key: 'k' }],
  ['PATCH', '/api/odoo', 'odoo.connection', 'write', { paused: true }],
  ['POST', '/api/odoo/check', 'odoo.connection', 'write'],
  ['POST', '/api/odoo/reconcile', 'odoo.connection', 'write', {}],
  ['GET', '/api/odoo/balance', 'odoo.connection', 'read'],
  ['GET', '/api/odoo-conflicts', 'odoo.conflict', 'read'],
  ['GET', '/api/odoo-conflicts/1', 'odoo.conflict', 'read'],
  ['DELETE', '/api/odoo', 'odoo.connection', 'unlink'],
  ['GET', '/api/odoo-deliveries', 'odoo.delivery', 'read'],
  ['GET', '/api/odoo-deliveries/1', 'odoo.delivery', 'read'],
  ['POST', '/api/odoo-deliveries/replay', 'odoo.delivery', 'write', { state: 'failed' }],
  ['GET', '/api/setup', 'webhook.event', 'read'],
  ['POST', '/api/setup/check-webhook', 'webhook.event', 'write'],
  ['GET', '/api/webhook-events', 'webhook.event', 'read'],
  ['GET', '/api/webhook-events/1', 'webhook.event', 'read'],
  ['POST', '/api/webhook-events/replay', 'webhook.event', 'write', { dry_run: true }],
  ['POST', '/api/webhook-events/999999/replay', 'webhook.event', 'write', { dry_run: true }],
];

describe('the access table', () => {
  it.each(CASES)('$group: $right $model is $allowed', ({ model, group, right, allowed }) => {
    expect(mayAccess([group], model, right)).toBe(allowed);
  });

  it('gives nothing to a user without groups', () => {
    expect(MODELS.some((model) => RIGHTS.some((right) => mayAccess([], model, right)))).toBe(false);
  });
});

const server = await startTestServer();
const clients = new Map(await Promise.all(GROUPS.map(async (group) => [group, await server.user([group])] as const)));

describe('over HTTP', () => {
  it.each(GROUPS)('%s gets through every route its lines open, and through no other', async (group) => {
    const client = clients.get(group);
    for (const [method, path, model, right, body] of ROUTES) {
      const answer = await client?.send(method, path, body);
      const refused = answer?.status === 403;
      expect({ method, path, refused }).toEqual({ method, path, refused: !mayAccess([group], model, right) });
      if (refused) expect(answer.body).toMatchObject({ error: { code: 'access_denied' } });
    }
  });

  it('asks who is there on every route but the open ones', async () => {
    for (const [method, path, , , body] of ROUTES) {
      const answer = await server.client().send(method, path, body);
      expect({ path, status: answer.status }).toEqual({ path, status: 401 });
      expect(answer.body).toMatchObject({ error: { code: 'unauthenticated' } });
    }
  });

  it('does not take an unknown key for an absent one', async () => {
    const stranger = server.client({ authorization: 'Bearer mck_unknown' });
    expect(await stranger.get('/api/leads')).toMatchObject({
      status: 401,
      body: { error: { code: 'unauthenticated' } },
    });
  });

  it('covers every route that names a model', async () => {
    const app = createServer(server.parts);
    const declared: string[] = [];
    app.addHook('onRoute', ({ method, url, config }) => {
      if (typeof config?.access === 'object' && method !== 'HEAD') declared.push(`${method} ${url}`);
    });
    await app.ready();
    const covered = ROUTES.map(([method, path]) => `${method} ${path.replace(/\/\d+/, '/:id').replace(/\?.*/, '')}`);
    expect(new Set(declared)).toEqual(new Set(covered));
    await app.close();
  });

  it('refuses to start with a route that does not say who may call it', async () => {
    const app = createServer(server.parts);
    app.get('/api/forgotten', async () => 'hello');
    await expect(app.ready()).rejects.toThrow('GET /api/forgotten has no access line');
    await app.close();
  });
});

describe('record rules', () => {
  it('show a portal user the calls of their own leads, and no other', async () => {
    const portal = await server.user(['base.group_portal']);
    const admin = await server.user(['base.group_system']);
    const mine = await admin.send<{ id: number }>('POST', '/api/leads', { name: 'Mine', user_id: portal.id });
    const other = await admin.send<{ id: number }>('POST', '/api/leads', { name: 'Other', user_id: admin.id });
    const visible = await addCall(server.database, { lead_id: mine.body.id });
    // Being the agent of a call is not owning its lead.
    const hidden = await addCall(server.database, { lead_id: other.body.id, user_id: portal.id });
    const leadless = await addCall(server.database, { lead_id: null });

    expect((await portal.get('/api/call-records')).body).toMatchObject({ data: [{ id: visible }], total: 1 });
    expect(await portal.get(`/api/call-records/${visible}`)).toMatchObject({ status: 200, body: { id: visible } });
    expect(await portal.get(`/api/call-records/${hidden}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    });
    expect((await portal.get(`/api/call-records?id=${hidden}&id=${leadless}`)).body).toMatchObject({
      data: [],
      total: 0,
    });
    expect((await portal.get('/api/call-records?q=Other')).body).toMatchObject({ data: [], total: 0 });
    expect((await portal.get('/api/call-records/groups?by=lead_id')).body).toMatchObject({
      data: [{ value: mine.body.id, label: 'Mine', count: 1, talk_seconds: 0, answered: 1 }],
      total: 1,
    });
    expect((await admin.get<{ total: number }>(`/api/call-records?id=${hidden}&id=${leadless}`)).body.total).toBe(2);
  });

  it('give what any of the groups gives', async () => {
    const both = await server.user(['base.group_portal', 'base.group_user']);
    const call = await addCall(server.database);
    expect((await both.get(`/api/call-records/${call}`)).status).toBe(200);
  });

  it('show the public nothing', async () => {
    const call = await addCall(server.database);
    expect((await clients.get('base.group_public')?.get('/api/call-records'))?.body).toMatchObject({
      data: [],
      total: 0,
    });
    expect((await clients.get('base.group_public')?.get(`/api/call-records/${call}`))?.status).toBe(404);
  });
});
