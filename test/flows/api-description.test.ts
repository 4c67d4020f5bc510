import { describe, expect, it } from 'vitest';
import { startTestServer } from '../support/http.ts';

type Description = {
  openapi: string;
  paths: Record<string, Record<string, { security?: unknown[]; responses: object }>>;
};

const server = await startTestServer();
const { body: description } = await server.client().get<Description>('/api/openapi.json');

describe('the API description', () => {
  it('is OpenAPI 3.1, for everybody, and says of every route what it answers', () => {
    expect(description.openapi).toBe('3.1.0');
    for (const [path, methods] of Object.entries(description.paths))
      for (const [method, { responses }] of Object.entries(methods))
        expect({ path, method, answers: Object.keys(responses) }).toMatchObject({
          answers: [expect.stringMatching(/^20\d$/), 'default'],
        });
  });

  it('shows which routes are open', () => {
    expect(description.paths['/api/session']?.post?.security).toEqual([]);
    expect(description.paths['/api/leads']?.get?.security).toBeUndefined();
  });

  it('tells what MCUBE posts to, which has no schema of its own', () => {
    const webhook = description.paths['/mcube/webhook'];
    expect(Object.keys(webhook ?? {})).toEqual(['post']);
    expect(webhook?.post).toMatchObject({ security: [], requestBody: { content: { 'multipart/form-data': {} } } });
    expect(Object.keys(description.paths)).not.toContain('/mcube/webhook/{token}');
  });

  it('is browsable, from this host alone', async () => {
    const page = await fetch(`${server.url}/api/docs`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const [, file] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await fetch(new URL(file ?? '', `${server.url}/api/`))).status).toBe(200);
    expect(await (await fetch(`${server.url}/api/docs/static/swagger-initializer.js`)).text()).toMatch(
      /validatorUrl"?\s*:\s*null/,
    );
  });
});
