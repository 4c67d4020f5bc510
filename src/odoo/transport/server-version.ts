import { say } from '../../kernel/sentences.ts';
import { failed, type OdooAnswer } from './failure.ts';
import { rpc } from './json-rpc.ts';
import { postJson } from './post-json.ts';
import { below } from './transport.ts';

/** The version of an Odoo; `major` is 17 for "17.0", "saas~17.2" and "17.0+e" alike. */
export type ServerVersion = { readonly series: string; readonly major: number };

/** Asks an Odoo for its version; nobody needs to be signed in. */
export async function findServerVersion(url: string): Promise<OdooAnswer<ServerVersion>> {
  const page = await postJson(
    below(url, 'web/webclient/version_info'),
    { jsonrpc: '2.0', method: 'call', params: {} },
    {
      timeoutMs: TIMEOUT_MS,
    },
  );
  const told = page.kind === 'answered' ? readVersion(member(page.value.body, 'result')) : undefined;
  if (told !== undefined) return { kind: 'answered', value: told };
  // Its web part may be closed to us, while the external interface is open.
  const common = await rpc(url, 'common', 'version', [], TIMEOUT_MS, 'the question for the version');
  if (common.kind === 'failed') return page.kind === 'failed' ? page : common;
  const version = readVersion(common.value);
  return version === undefined ? failed(NOT_ODOO) : { kind: 'answered', value: version };
}

const TIMEOUT_MS = 15_000;

const NOT_ODOO = {
  kind: 'unreachable',
  message: say('no_version'),
  fix: say('check_odoo_address'),
  detail: '',
  retryAfter: undefined,
} as const;

function readVersion(told: unknown): ServerVersion | undefined {
  const series = member(told, 'server_serie');
  if (typeof series !== 'string') return undefined;
  const major = /\d+/.exec(series)?.[0];
  return major === undefined ? undefined : { series, major: Number(major) };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
