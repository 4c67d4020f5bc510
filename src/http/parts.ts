import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { Settings } from '../kernel/settings.ts';
import type { ServiceKey } from '../security/service-key.ts';
import type { FlushLane } from '../services/flush-lane.ts';

/** What the HTTP server is built from. */
export type ServerParts = {
  settings: Settings;
  database: Database;
  log: Log;
  clock: Clock;
  metrics: Metrics;
  serviceKey: ServiceKey;
  /** Called after events were accepted, to wake whoever processes them. */
  wakeInbox?: () => void;
  /** Called when Odoo says that somebody there asks for something, to wake whoever reads it. */
  wakeOdoo?: () => void;
  /** Where the webhook puts what it accepts; unless given, a lane on the database. */
  lane?: FlushLane;
  /** Where the built web application lies; unless given, web/dist. */
  webFolder?: string;
  /** How often an event stream shows that it is alive, and is asked whether it still may be. */
  heartbeatMilliseconds?: number;
};

/** The server as controllers see it: routes take their types from their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
