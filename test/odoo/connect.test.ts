import { expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { startService, until } from '../support/service.ts';
import { VERSIONS } from './server/roots.ts';
import { ADMIN, startOdooWithModule } from './support/odoo.ts';

type Status = { connection: Record<string, unknown> | null };

test.each(VERSIONS)(
  'The service connects with Odoo %i, keeps the key sealed, and ends the connection',
  async (version) => {
    const odoo = await startOdooWithModule(version);
    const { api, request, database } = await startService();
    const address = { url: `${odoo.url}/`, db: odoo.db, login: ADMIN.login, key: odoo.adminKey };

    await expect(api('/api/odoo', 'PUT', { ...address, key: 'wrong' })).rejects.toThrow('login or the API key');
    expect(await api<Status>('/api/odoo')).toMatchObject({ connection: null });

    const { connection } = await api<Status>('/api/odoo', 'PUT', address);
    expect(connection).toMatchObject({ url: odoo.url, db: odoo.db, login: 'admin', state: 'connected', paused: false });
    expect(connection?.about).toContainEqual(expect.stringContaining(`This is Odoo ${version}`));
    expect(connection?.about).toContainEqual(expect.stringContaining('Our module is installed'));
    const kept = await database.kysely.selectFrom('odoo_connection').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(kept) + kept.key_sealed?.toString('latin1')).not.toContain(odoo.adminKey);
    expect(await request('/api/odoo')).toMatchObject({ status: 401 });

    await expect(api('/api/odoo', 'PUT', { ...address, db: 'another' })).rejects.toThrow('disconnect first');
    expect(await api<Status>('/api/odoo', 'PATCH', { paused: true })).toMatchObject({ connection: { paused: true } });
    expect(await api<Status>('/api/odoo/check', 'POST')).toMatchObject({ connection: { paused: true } });
    expect(await api<Status>('/api/odoo', 'DELETE')).toMatchObject({ connection: null });
  },
);

test('The command line connects, tells how things stand, and disconnects', async () => {
  const odoo = await startOdooWithModule(19);
  const service = await startService();
  const environment = { DATABASE_URL: service.database.url, MCUBE_SECRET_KEY: '7e57'.repeat(16) };
  const address = ['--url', odoo.url, '--db', odoo.db, '--login', 'admin'];
  const connect = ['odoo', 'connect', ...address];

  const refused = await runCommand({ ...environment, MCUBE_ODOO_API_KEY: 'wrong' }, connect);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('make a new API key') });
  const connected = await runCommand({ ...environment, MCUBE_ODOO_API_KEY: odoo.adminKey }, connect);
  expect(connected).toMatchObject({ code: 0, stdout: expect.stringContaining('Connected.') });
  expect(JSON.stringify(connected)).not.toContain(odoo.adminKey);
  await until('the service knows', async () => (await service.api<Status>('/api/odoo')).connection !== null);
  const status = await runCommand(environment, ['odoo', 'status']);
  expect(status).toMatchObject({ code: 0, stdout: expect.stringContaining('Failed: 0') });
  expect(await runCommand(environment, ['odoo', 'disconnect', '--yes'])).toMatchObject({ code: 0 });
  expect(await service.api<Status>('/api/odoo')).toMatchObject({ connection: null });
});
