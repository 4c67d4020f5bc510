import { type Static, Type } from 'typebox';
import type { ApiKeyRow } from '../../models/api-key-list.ts';
import { component, nullable, Time } from '../schemas.ts';

export const ApiKey = component('ApiKey', {
  id: Type.Integer(),
  name: Type.String(),
  user_id: Type.Integer(),
  login: Type.String(),
  create_date: Time(),
  expiration_date: nullable(Time()),
});

export function presentApiKey(row: ApiKeyRow): Static<typeof ApiKey> {
  return {
    ...row,
    create_date: row.create_date.toISOString(),
    expiration_date: row.expiration_date?.toISOString() ?? null,
  };
}
