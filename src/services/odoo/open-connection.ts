import type { Database } from '../../db/database.ts';
import type { OdooAbout } from '../../db/odoo-tables.ts';
import type { Clock } from '../../kernel/clock.ts';
import { findOdooConnection, noteOdooHealth, type OdooConnection } from '../../models/odoo-connection.ts';
import type { OdooAnswer } from '../../odoo/transport/failure.ts';
import { createTransport } from '../../odoo/transport/open-transport.ts';
import type { OdooTransport } from '../../odoo/transport/transport.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { healthAfter } from './odoo-health.ts';
import { openOdooKey } from './odoo-key.ts';

/** The way to the Odoo that the service is connected to, what it has, and where people open it. */
export type OdooLink = {
  readonly transport: OdooTransport;
  readonly about: OdooAbout;
  readonly url: string;
  /** Whose key it is. */
  readonly login: string;
  readonly connected_date: Date;
};

export type OdooConnections = {
  /**
   * Undefined while nothing may be asked: there is no connection, it is paused, or Odoo failed a moment ago and its breaker is
   * open. Ask before every round of work; whoever is told of a failure that is not of its record ends the round.
   */
  open(): Promise<OdooLink | undefined>;
};

type Parts = { database: Database; serviceKey: ServiceKey; clock: Clock };

/** Every answer over a link is looked at for what it tells about the server: nobody can forget the breaker. */
export function createOdooConnections({ database, serviceKey, clock }: Parts): OdooConnections {
  let opened: { of: string; transport: OdooTransport } | undefined;

  function transportOf(connection: OdooConnection): OdooTransport | undefined {
    const of = `${connection.connected_date.getTime()} ${connection.about.version.series}`;
    // Kept while the connection stays as it is: JSON-RPC has signed in on it.
    if (opened?.of !== of) {
      const key = openOdooKey(serviceKey, connection);
      if (key === undefined) return undefined;
      const { url, db, login, about } = connection;
      opened = { of, transport: createTransport({ url, db, login, key }, about.version) };
    }
    return opened.transport;
  }

  async function look(answer: OdooAnswer): Promise<void> {
    const connection = await findOdooConnection(database);
    const health = connection && healthAfter(connection, answer, clock.now());
    if (connection !== undefined && health !== undefined) await noteOdooHealth(database, connection, health);
  }

  return {
    async open() {
      const connection = await findOdooConnection(database);
      if (connection === undefined || connection.paused) return undefined;
      if (connection.retry_at !== null && connection.retry_at > clock.now()) return undefined;
      const transport = transportOf(connection);
      if (transport === undefined) return undefined;
      const { about, url, login, connected_date } = connection;
      let lastLook = 0;
      return {
        about,
        url,
        login,
        connected_date,
        transport: {
          protocol: transport.protocol,
          async call(call) {
            const answer = await transport.call(call);
            // That Odoo still answers is news now and then; that it does not is news at once.
            const now = clock.now().getTime();
            if (answer.kind === 'failed' || connection.failures > 0 || now - lastLook > NEWS_MS) {
              lastLook = now;
              await look(answer);
            }
            return answer;
          },
        },
      };
    },
  };
}

const NEWS_MS = 5_000;
