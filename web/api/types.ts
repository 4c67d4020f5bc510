import type { components, paths } from './schema.d.ts';

/** What the API sends, by the names of its description: `Schema['CallRecord']`. */
export type Schema = components['schemas'];

/** What a path answers: `Answer<'/api/session'>`, `Answer<'/api/leads', 'post', 201>`. */
export type Answer<Path extends keyof paths, Method extends string = 'get', Status extends number = 200> =
  paths[Path] extends Record<Method, { responses: Record<Status, { content: Record<'application/json', infer Body> }> }>
    ? Body
    : never;

export type Session = Schema['Session'];
export type CallRecord = Schema['CallRecord'];
export type Outcome = CallRecord['outcome'];
export type User = Schema['User'];
export type Team = Schema['Team'];
export type ApiKey = Schema['ApiKey'];
export type WebhookEvent = Schema['WebhookEvent'];
export type MissedCall = Schema['MissedCall'];
export type Lead = Schema['Lead'];
export type Stage = Schema['Stage'];
export type OdooDelivery = Schema['OdooDelivery'];
export type OdooConflict = Schema['OdooConflict'];
