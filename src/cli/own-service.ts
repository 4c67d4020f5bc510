import { readSettings, type Settings } from '../kernel/settings.ts';
import { permissionFor } from '../services/recordings/allowed-host.ts';
import { localWebhook } from '../services/webhook-address.ts';
import type { FindStoredCalls } from '../simulate/stored-calls.ts';
import { findStoredCallsInDatabase } from '../simulate/stored-calls-database.ts';
import { commandLog } from './command-log.ts';
import type { Environment } from './environment.ts';
import { openExisting } from './open-database.ts';
import { Refusal } from './refusal.ts';

/** The service that this machine's settings describe. */
export type OwnService = {
  webhook(): string;
  /** The first of the webhook's tokens. */
  token: string | undefined;
  outboundLeads: boolean;
  /** Whether it would fetch recordings from an address of this machine. */
  fetchesFrom(url: string): boolean;
  openStore(): Promise<Store>;
};

export type Store = { findStoredCalls: FindStoredCalls; close(): Promise<void> };

export function describeOwnService(environment: Environment): OwnService {
  const settings = readSettings(environment);
  return {
    webhook: () => requireWebhook(settings),
    token: settings.webhookToken[0],
    outboundLeads: settings.outboundLeads,
    fetchesFrom: (url) => permissionFor(new URL(url), settings).kind === 'freely',
    async openStore() {
      const { database, close } = await openExisting(settings, commandLog(settings));
      return { findStoredCalls: findStoredCallsInDatabase(database), close };
    },
  };
}

function requireWebhook(settings: Settings): string {
  const address = localWebhook(settings);
  if (address !== undefined) return address;
  throw new Refusal('PORT is 0, so the service picks its port: give --url with the webhook URL that it printed.');
}
