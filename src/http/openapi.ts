import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifySchema } from 'fastify';
import { listParameters } from './list-parameters.ts';
import type { App } from './parts.ts';
import { ErrorAnswer } from './schemas.ts';

/** Describes every route that is registered after it at /api/openapi.json, and shows that at /api/docs. */
export async function registerOpenApi(app: App): Promise<void> {
  app.addSchema(ErrorAnswer);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'MCUBE Integration', version: '1.0.0', description: DESCRIPTION },
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, as in "Authorization: Bearer mck_…".' },
          session: { type: 'apiKey', in: 'cookie', name: 'mcube_session', description: 'From POST /api/session.' },
        },
      },
      security: [{ apiKey: [] }, { session: [] }],
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `Schema${index}`) },
    transform: ({ schema, url, route }) => ({ schema: documented(schema, route.config), url }),
  });
  app.get('/api/openapi.json', { config: { access: 'open' }, schema: { hide: true } }, () => app.swagger());
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'open' };
    });
    await docs.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { validatorUrl: null, deepLinking: true } });
  });
}

const DESCRIPTION = `Calls, leads and people. Every time is ISO 8601 in UTC, every duration in seconds.

Lists take \`limit\`, \`page\`, \`sort\` (\`field\` or \`-field\`, several by commas), \`q\` to search, and any of their fields as a
filter: \`?field=value\`, repeated for several values, \`null\` for none, with \`_ne\`, \`_gte\`, \`_gt\`, \`_lte\`, \`_lt\` after the
field's name for the rest. They answer \`{"data": […], "total": n}\`; above 10,000 a total may be an estimate and says so.

Errors answer \`{"error": {"code": …, "message": …}}\`; the code is stable, the message is for a person.`;

/** What a route's schema leaves out because the server needs it otherwise, or because every route has it. */
function documented(schema: FastifySchema | undefined, config: Parameters<typeof listParameters>[0]): FastifySchema {
  const { params, querystring, response, ...rest } = schema ?? {};
  const open = config?.access === 'open';
  return {
    ...rest,
    ...(params !== undefined && { params: integerIds(params) }),
    ...(config?.list !== undefined
      ? { querystring: listParameters(config) }
      : querystring !== undefined && { querystring }),
    response: { ...(isRecord(response) ? response : {}), default: { $ref: 'Error#', description: 'What went wrong.' } },
    ...(open && { security: [] }),
  };
}

function integerIds(params: unknown): unknown {
  if (!isRecord(params) || !isRecord(params.properties) || params.properties.id === undefined) return params;
  return { ...params, properties: { ...params.properties, id: { type: 'integer', minimum: 1 } } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
