import type { Database } from '../../../db/database.ts';
import type { OdooAbout } from '../../../db/odoo-tables.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Settings } from '../../../kernel/settings.ts';
import type { OdooTransport } from '../../../odoo/transport/transport.ts';
import type { QueueSettings } from '../../calls/keep-missed-calls.ts';

/** How far a sweep looks back. Transactions of Odoo's that take longer than a minute are rare. */
export const LOOK_BACK_MS = 60_000;

/** What reading Odoo needs. A call that fails throws an OdooError: then the round is over, and the next begins where it ended. */
export type FollowParts = {
  database: Database;
  settings: QueueSettings & Pick<Settings, 'defaultRegion'>;
  clock: Clock;
  transport: OdooTransport;
  /** Who we are there. */
  login: string;
  about: Pick<OdooAbout, 'servesOnly'>;
  /** By which our own messages there are known (instance-name.ts). */
  instance: string;
};
