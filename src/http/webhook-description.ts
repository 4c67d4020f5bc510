import { Type } from 'typebox';
import { words } from './schemas.ts';

/** The webhook for the API description. The route itself has no schema: it takes what MCUBE sends, whatever its shape. */
export function describeWebhook({ url }: { url: string }) {
  return { url, schema: DESCRIBED };
}

const DESCRIPTION = `Where MCUBE posts calls, one event or a list of up to 1,000, in any of its formats. It speaks the words of
the addon it replaces. 202 comes after the events are on disk; a list is stored whole or not at all. Refused: 400 for what
cannot be a call, 401 for a wrong or missing token where one is set, 413 above 1 MiB, 503 with Retry-After while the database
cannot commit. The token may also be a bearer, or the last part of the path.`;

const DESCRIBED = {
  tags: ['webhook'],
  description: DESCRIPTION,
  security: [],
  consumes: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'],
  querystring: Type.Object({
    token: Type.Optional(Type.String({ description: 'MCUBE_WEBHOOK_TOKEN, where one is set.' })),
  }),
  body: Type.Object({}, { additionalProperties: true, description: 'An event of MCUBE, as it is.' }),
  response: {
    202: Type.Object(
      {
        status: words(['accepted']),
        message: Type.String(),
        accepted: Type.Optional(Type.Integer({ description: 'Of a list: how many events.' })),
      },
      { description: 'Stored; it is processed at once.' },
    ),
    default: Type.Object({ status: words(['error']), message: Type.String() }, { description: 'Refused, and why.' }),
  },
};
