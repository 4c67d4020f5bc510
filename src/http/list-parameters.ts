import type { FastifyContextConfig } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { FieldKind, ListDefinition } from '../models/list.ts';
import { words } from './schemas.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The list that the route answers with; it says which query parameters there are. */
    list?: ListDefinition;
    /** The route answers with groups of its rows. */
    grouped?: boolean;
  }
}

/** The query parameters of a list, for the API description; they are read by list-query.ts. */
export function listParameters(config: FastifyContextConfig | undefined): TSchema {
  const fields = Object.entries(config?.list?.fields ?? {});
  const sortable = fields.filter(([, field]) => field.sortable === true).map(([name]) => name);
  return Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: USUAL })),
    page: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
    ...(config?.grouped === true
      ? { by: words(Object.keys(config.list?.groups?.by ?? {}), 'What the rows of a group have in common.') }
      : {
          sort: Type.Optional(
            Type.String({ description: `Of ${sortable.join(', ')}; - before a name for descending.` }),
          ),
        }),
    q: Type.Optional(Type.String({ description: 'Search.' })),
    ...Object.fromEntries(fields.map(([name, field]) => [name, Type.Optional(SCHEMAS[field.kind])])),
  });
}

/** Rows on a page: unless asked, and at most. */
export const USUAL = 25;
export const MOST = 200;

const SCHEMAS: Record<FieldKind, TSchema> = {
  text: Type.String(),
  phone: Type.String({ description: 'In any spelling.' }),
  integer: Type.Integer(),
  time: Type.String({ format: 'date-time' }),
  flag: Type.Boolean(),
};
