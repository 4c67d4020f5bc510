import { answered, type OdooAnswer } from './failure.ts';
import { readImportAnswer } from './import-answer.ts';
import { createJsonRpcTransport } from './json-rpc.ts';
import { createJson2Transport } from './json2.ts';
import { findServerVersion, type ServerVersion } from './server-version.ts';
import type { OdooAddress, OdooTransport } from './transport.ts';

export type OpenTransport = { readonly transport: OdooTransport; readonly version: ServerVersion };

/** The way to an Odoo whose version is yet to be found. Nobody has signed in yet. */
export async function openTransport(address: OdooAddress): Promise<OdooAnswer<OpenTransport>> {
  const version = await findServerVersion(address.url);
  if (version.kind === 'failed') return version;
  return answered({ transport: createTransport(address, version.value), version: version.value });
}

/** JSON-2 from 19 on, where JSON-RPC is deprecated, and JSON-RPC before. */
export function createTransport(address: OdooAddress, { major }: ServerVersion): OdooTransport {
  const { protocol, call } = major >= FIRST_JSON_2 ? createJson2Transport(address) : createJsonRpcTransport(address);
  return { protocol, call: async (asked) => readImportAnswer(asked, await call(asked)) };
}

const FIRST_JSON_2 = 19;
