import { expect, test } from 'vitest';
import { findFreePort } from '../../src/db/embedded/free-port.ts';
import { startTestServer } from '../support/http.ts';
import { addCall } from '../support/rows.ts';

const { user, database } = await startTestServer();
const admin = await user(['base.group_system', 'base.group_user']);

test('Without an Odoo there is nothing to show, to pause or to end, and nothing waits', async () => {
  const nothing = { connection: null, queue: { waiting: 0, failed: 0, oldest_waiting_date: null }, following: null };
  expect((await admin.get('/api/odoo')).body).toEqual(nothing);
  expect(await admin.send('PATCH', '/api/odoo', { paused: true })).toMatchObject({ status: 404 });
  expect(await admin.send('POST', '/api/odoo/check')).toMatchObject({ status: 404 });
  expect(await admin.send('DELETE', '/api/odoo')).toMatchObject({ status: 404 });
  await addCall(database);
  expect((await admin.get('/api/odoo')).body).toEqual(nothing);
});

test('An Odoo that does not answer is refused in words, and nothing of it is kept', async () => {
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const refused = await admin.send('PUT', '/api/odoo', { url, db: 'odoo', login: 'admin', key: 'secret' });
  expect(refused).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining('Nothing listens') } },
  });
  expect(JSON.stringify(refused.body)).not.toContain('secret');
  expect((await admin.get('/api/odoo')).body).toMatchObject({ connection: null });
  expect(
    await admin.send('PUT', '/api/odoo', { url: 'odoo.example.com', db: 'o', login: 'a', key: 'k' }),
  ).toMatchObject({
    status: 400,
  });
});
